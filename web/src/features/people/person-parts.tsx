import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/gql.ts";
import type { PersonState } from "../../gql/graphql.ts";
import { StateBadge } from "../../ui/state-badge.tsx";

/** What the pages of people show of a person. */
export const PersonFields = graphql(`
  fragment PersonFields on Person {
    id
    name
    email
    language
    state
    invitedAt
    disabledAt
    version
    grants {
      id
      role
      scope
      scopeId
      scopeName
      scopeTrail
      grantedAt
      grantedBy
      viewerCan {
        revoke
      }
    }
    viewerCan {
      edit
      invite
      disable
      grant
    }
  }
`);

/** Whether somebody can sign in, in a word, a shape and a colour. */
export function PersonStateBadge({ state }: { readonly state: PersonState }): ReactElement {
  const { t } = useTranslation("people");
  return <StateBadge kind={KINDS[state]} word={t(`states.${state}`)} />;
}

/** Where a role holds: the name with what lies above it, since names of areas repeat. */
export function scopePath(
  grant: { readonly scopeName: string | null; readonly scopeTrail: readonly string[] },
  everywhere: string,
): string {
  return grant.scopeName === null ? everywhere : [...grant.scopeTrail, grant.scopeName].join(" › ");
}

const KINDS = { INVITED: "waiting", ACTIVE: "saved", DISABLED: "locked" } as const;
