import { graphql } from "relay-runtime";

/** Asks again for a flight that is on the screen: Relay writes a query of `node(id:)` by itself. */
export const FlightRefresh = graphql`
  fragment FlightRefresh_flight on SpacecraftFlight @refetchable(queryName: "FlightRefreshQuery") {
    duration
    missionEnd
    onboardCrew {
      ...CrewMember_member
    }
  }
`;
