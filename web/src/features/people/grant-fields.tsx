import { Select } from "@mantine/core";
import { type ReactElement, useCallback } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/gql.ts";
import type { GrantableRolesQuery, GrantInput, Role, Scope } from "../../gql/graphql.ts";
import { client } from "../../lib/apollo/client.ts";
import { AsyncPicker, type PickerOption } from "../../ui/async-picker.tsx";

const SCOPES = graphql(`
  query GrantableScopes($scope: Scope!, $search: String!) {
    grantableScopes(scope: $scope, search: $search) {
      id
      name
      trail
    }
  }
`);

/** A role being chosen: which, for which kind of thing, for which thing. */
export type GrantDraft = { readonly role: Role; readonly scope: Scope; readonly place: PickerOption | null };
export type Grantable = GrantableRolesQuery["grantableRoles"][number];

/** The draft to begin with: the first role one may give that holds for an area, else the first. */
export function firstDraft(grantable: readonly Grantable[]): GrantDraft | null {
  const first = grantable.find(({ scopes }) => scopes.includes("JURISDICTION") && scopes.includes("AGENCY")) ?? grantable[0];
  return first ? { role: first.role, scope: first.scopes[0] ?? "PLATFORM", place: null } : null;
}

/** What the server is told of a draft. */
export function grantInput({ role, scope, place }: GrantDraft): GrantInput {
  const id = place?.value ?? "";
  if (scope === "JURISDICTION") return { role, jurisdictionId: id };
  if (scope === "AGENCY") return { role, agencyId: id };
  return scope === "ROUND" ? { role, roundId: id } : { role };
}

/** The labels of the controls of a grant, by the ids to which problems lead. */
export function grantLabels(prefix: string, t: (key: "grant.role" | "grant.JURISDICTION" | "grant.AGENCY" | "grant.ROUND") => string) {
  return {
    [`${prefix}role`]: t("grant.role"),
    [`${prefix}jurisdictionId`]: t("grant.JURISDICTION"),
    [`${prefix}agencyId`]: t("grant.AGENCY"),
    [`${prefix}roundId`]: t("grant.ROUND"),
  };
}

/** Role, kind of scope, and the area, agency or round. `prefix` begins the ids to which problems lead. */
export function GrantFields(props: {
  readonly prefix: string;
  readonly grantable: readonly Grantable[];
  readonly draft: GrantDraft;
  readonly onChange: (draft: GrantDraft) => void;
}): ReactElement {
  const { t } = useTranslation("people");
  const { draft, grantable, onChange, prefix } = props;
  const scopes = grantable.find(({ role }) => role === draft.role)?.scopes ?? [];
  const chooseRole = (role: string | null): void => {
    const chosen = grantable.find((one) => one.role === role);
    const scope = chosen?.scopes.includes(draft.scope) ? draft.scope : chosen?.scopes[0];
    if (chosen && scope) onChange({ role: chosen.role, scope, place: scope === draft.scope ? draft.place : null });
  };
  const chooseScope = (value: string | null): void => {
    const scope = scopes.find((one) => one === value);
    if (scope) onChange({ ...draft, scope, place: null });
  };
  return (
    <>
      <Select
        id={`${prefix}role`}
        label={t("grant.role")}
        allowDeselect={false}
        data={grantable.map(({ role }) => ({ value: role, label: t(`roles.${role}`) }))}
        value={draft.role}
        onChange={chooseRole}
      />
      {scopes.length > 1 ? (
        <Select
          label={t("grant.scope")}
          allowDeselect={false}
          data={scopes.map((scope) => ({ value: scope, label: t(`scopes.${scope}`) }))}
          value={draft.scope}
          onChange={chooseScope}
        />
      ) : null}
      <PlaceField key={draft.scope} {...props} />
    </>
  );
}

function PlaceField(props: {
  readonly prefix: string;
  readonly draft: GrantDraft;
  readonly onChange: (draft: GrantDraft) => void;
}): ReactElement | null {
  const { t } = useTranslation("people");
  const { scope } = props.draft;
  const search = useCallback(
    async (words: string): Promise<readonly PickerOption[]> => {
      const { data } = await client.query({ query: SCOPES, variables: { scope, search: words } });
      return (data?.grantableScopes ?? []).map(({ id, name, trail }) => ({ value: id, label: name, detail: trail.join(" › ") }));
    },
    [scope],
  );
  if (scope === "PLATFORM") return null;
  return (
    <AsyncPicker
      id={`${props.prefix}${FIELDS[scope]}`}
      label={t(`grant.${scope}`)}
      placeholder={t("grant.find")}
      nothing={t("grant.nothing")}
      searching={t("grant.searching")}
      search={search}
      value={props.draft.place}
      onChange={(place) => props.onChange({ ...props.draft, place })}
    />
  );
}

const FIELDS = { JURISDICTION: "jurisdictionId", AGENCY: "agencyId", ROUND: "roundId" } as const;
