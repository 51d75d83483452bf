import { graphql } from "relay-runtime";

/** What somebody marked, of whatever kind. */
export const Bookmarks = graphql`
  query BookmarksQuery($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
      ... on Astronaut {
        name
      }
      ...FlightCard_flight @alias(as: "card")
    }
  }
`;
