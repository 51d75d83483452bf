import { graphql } from "relay-runtime";

/** A page that knows an id and no more, as from an address. */
export const NodeScreen = graphql`
  query NodeScreenQuery($id: ID!) {
    node(id: $id) {
      __typename
      ...FlightCard_flight @alias(as: "card")
      ...FlightRefresh_flight @alias(as: "refreshed")
      ... on Launch {
        name
        net
      }
    }
  }
`;
