import { graphql } from "relay-runtime";

/** A list that grows as one scrolls. Its fragment lies on Query, so that Relay can ask for the next page without a node. */
export const FlightList = graphql`
  fragment FlightList_query on Query
  @argumentDefinitions(
    count: { type: "Int", defaultValue: 20 }
    cursor: { type: "String" }
    filter: { type: "SpacecraftFlightFilter" }
  )
  @refetchable(queryName: "FlightListPageQuery") {
    spacecraftFlights(first: $count, after: $cursor, filter: $filter)
      @connection(key: "FlightList_spacecraftFlights") {
      totalCount
      edges {
        node {
          ...FlightCard_flight
        }
      }
    }
  }
`;

export const FlightListScreen = graphql`
  query FlightListScreenQuery($filter: SpacecraftFlightFilter) {
    ...FlightList_query @arguments(filter: $filter)
  }
`;
