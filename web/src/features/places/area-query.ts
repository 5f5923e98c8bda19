import { useOutletContext } from "react-router";
import { graphql } from "../../gql/gql.ts";
import type { AreaQuery } from "../../gql/graphql.ts";

/** An area with all that its page shows. */
export type Area = NonNullable<AreaQuery["jurisdiction"]>;
export type AreaAgency = Area["agencies"]["nodes"][number];

/** What the area's page hands to its dialogs. */
export type AreaContext = { readonly area: Area; readonly leagues: AreaQuery["leagues"]; readonly refetch: () => void };

/** The area whose page the dialog stands on. */
export function useArea(): AreaContext {
  return useOutletContext<AreaContext>();
}

export const AREA = graphql(`
  query Area($country: String!, $code: String!) {
    jurisdiction(country: $country, code: $code) {
      id
      country
      code
      level
      levelName
      name
      officialName
      names {
        en
        rw
        id
      }
      population
      validFrom
      validTo
      version
      codes {
        system
        code
      }
      leagues {
        id
        code
        name
      }
      levelBelow {
        code
        name
      }
      ancestors {
        id
        country
        code
        level
        name
      }
      agencies(first: 100) {
        nodes {
          id
          code
          name
          officialName
          names {
            en
            rw
            id
          }
          validFrom
          validTo
          version
        }
      }
      viewerCan {
        edit
        addChild
        move
        manageAgencies
      }
    }
    leagues {
      id
      code
      name
    }
  }
`);
