import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useMe } from "../../lib/session/me.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Page, Section } from "../../ui/page.tsx";
import styles from "./programmes.module.css";
import { ProgrammesDocument } from "./programmes.query.ts";
import { RoundRows } from "./round-rows.tsx";

/** The programmes, each with its rounds. */
export function Component(): ReactElement {
  const { t } = useTranslation(["programmes", "common"]);
  const me = useMe();
  const query = useQuery(ProgrammesDocument, { fetchPolicy: "cache-and-network" });
  const programmes = query.dataState === "complete" ? query.data.programmes : undefined;
  const administrator = me?.roles.includes("ADMINISTRATOR") === true;
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      loading={query.loading && programmes === undefined}
      actions={
        administrator ? (
          <>
            <Button component={Link} to="import" variant="default">
              {t("import")}
            </Button>
            <Button component={Link} to="programmes/new">
              {t("newProgramme")}
            </Button>
          </>
        ) : undefined
      }
    >
      {query.error && !programmes ? (
        <ErrorState title={t("common:failure.networkTitle")} next={t("common:failure.networkNext")} retry={() => void query.refetch()} />
      ) : null}
      {programmes?.length === 0 ? <EmptyState what={t("empty")} /> : null}
      {programmes?.map((programme) => (
        <Section
          key={programme.id}
          title={programme.name}
          actions={
            <div className={styles.actions}>
              {programme.viewerCan.edit ? (
                <Button component={Link} to={`programmes/${programme.code}`} variant="subtle" size="sm">
                  {t("edit")}
                </Button>
              ) : null}
              {programme.viewerCan.createRound ? (
                <Button component={Link} to={`new?programme=${programme.code}`} variant="default" size="sm">
                  {t("newRound")}
                </Button>
              ) : null}
            </div>
          }
        >
          {programme.description === "" ? null : <p className={styles.description}>{programme.description}</p>}
          <RoundRows label={programme.name} name={`${programme.code}.`} rounds={programme.rounds.nodes} />
        </Section>
      ))}
    </Page>
  );
}
