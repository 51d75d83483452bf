import { graphql } from "relay-runtime";

/** Pages in both directions. */
export const LaunchList = graphql`
  fragment LaunchList_query on Query
  @argumentDefinitions(
    first: { type: "Int" }
    after: { type: "String" }
    last: { type: "Int" }
    before: { type: "String" }
  )
  @refetchable(queryName: "LaunchListPageQuery") {
    launches(first: $first, after: $after, last: $last, before: $before) @connection(key: "LaunchList_launches") {
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
