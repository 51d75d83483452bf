import { graphql } from "relay-runtime";

/** One person of a crew. */
export const CrewMember = graphql`
  fragment CrewMember_member on AstronautFlight {
    role {
      role
    }
    astronaut {
      name
      dateOfBirth
      timeInSpace
      wiki
    }
  }
`;
