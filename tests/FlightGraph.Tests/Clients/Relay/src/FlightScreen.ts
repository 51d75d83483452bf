import { graphql } from "relay-runtime";

/** One flight by its id, with its crews. */
export const FlightScreen = graphql`
  query FlightScreenQuery($id: ID!) {
    spacecraftFlight(id: $id) {
      ...FlightCard_flight
      turnAroundTime
      launchCrew {
        ...CrewMember_member
      }
      landingCrew {
        ...CrewMember_member
      }
    }
  }
`;
