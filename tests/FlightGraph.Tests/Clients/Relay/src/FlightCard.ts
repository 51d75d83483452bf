import { graphql } from "relay-runtime";

/** One flight in a list. */
export const FlightCard = graphql`
  fragment FlightCard_flight on SpacecraftFlight {
    id
    destination
    duration
    missionEnd
    spacecraft {
      name
      spacecraftConfig {
        name
        agency {
          name
          abbrev
        }
      }
    }
    launch {
      net
      status {
        name
      }
      pad {
        name
        location {
          name
        }
      }
    }
    landing {
      success
    }
  }
`;
