import { graphql } from "relay-runtime";

/** Past launches, the latest first, with pages in both directions. */
export const LaunchList = graphql`
  fragment LaunchList_query on Query
  @argumentDefinitions(
    first: { type: "Int" }
    after: { type: "String" }
    last: { type: "Int" }
    before: { type: "String" }
    search: { type: "String" }
  )
  @refetchable(queryName: "LaunchListPageQuery") {
    launches(
      first: $first
      after: $after
      last: $last
      before: $before
      search: $search
      window: PREVIOUS
      orderBy: [{ field: NET, direction: DESC }]
    ) @connection(key: "LaunchList_launches") {
      edges {
        node {
          name
          net
          windowStart
          image {
            thumbnailUrl
          }
          program {
            name
          }
        }
      }
    }
  }
`;

export const LaunchListScreen = graphql`
  query LaunchListScreenQuery {
    ...LaunchList_query @arguments(first: 10)
  }
`;
