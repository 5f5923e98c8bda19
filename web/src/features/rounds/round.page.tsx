import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { StateBadge, type StateKind } from "../../ui/state-badge.tsx";
import { Method } from "./method/method.tsx";
import { RoundFrame } from "./round-frame.tsx";
import { RoundSteps } from "./round-steps.tsx";
import { Timeline } from "./stages/timeline.tsx";
import type { RoundParts } from "./use-round.ts";
import { Versions } from "./versions.tsx";

/** A round: its stages with the time left, how it is scored, what can be done. */
export function Component(): ReactElement {
  const { t } = useTranslation("rounds");
  return (
    <RoundFrame lead={(round) => <Lead round={round} />} actions={(round) => <Actions round={round} />}>
      {(round) => (
        <>
          {round.illustrative ? <Notice kind="waiting" title={t("illustrative")} /> : null}
          <RoundSteps round={round} />
          <Section title={t("timeline.title")}>
            <Timeline round={round} />
          </Section>
          <Section title={t("method.title")}>
            {round.instrument ? <Method instrument={round.instrument} stages={round.stages} /> : <EmptyState what={t("method.none")} />}
          </Section>
          {round.instrumentVersions.length > 0 && round.instrument?.frozenAt ? (
            <Section title={t("versions.title")}>
              <Versions round={round} />
            </Section>
          ) : null}
        </>
      )}
    </RoundFrame>
  );
}

const KINDS: Readonly<Record<RoundParts["state"], StateKind>> = {
  DRAFT: "draft",
  OPEN: "waiting",
  DECIDING: "waiting",
  PUBLISHED: "prize",
};

function Lead({ round }: { readonly round: RoundParts }): ReactElement {
  const { t } = useTranslation("rounds");
  return (
    <>
      <StateBadge kind={KINDS[round.state]} word={t(`state.${round.state}`)} />{" "}
      {t("place", { programme: round.programme.name, place: round.place.name })}
      {round.description === "" ? null : <p>{round.description}</p>}
    </>
  );
}

function Actions({ round }: { readonly round: RoundParts }): ReactElement {
  const { t } = useTranslation("rounds");
  const { viewerCan } = round;
  const instrument =
    round.state === "DRAFT" ? (viewerCan.edit ? t("actions.instrument") : null) : viewerCan.reviseInstrument ? t("actions.revise") : null;
  return (
    <>
      {viewerCan.edit ? (
        <Button component={Link} to="edit" variant="default">
          {t("actions.edit")}
        </Button>
      ) : null}
      {instrument === null ? null : (
        <Button component={Link} to="instrument" variant="default">
          {instrument}
        </Button>
      )}
      {round.instrument?.kind === "JURY" ? <JudgingWays round={round} /> : null}
      {(round.instrument?.kind === "INNOVATION_INDEX" || round.instrument?.kind === "JURY") && instrument !== null ? (
        <Button component={Link} to="form" variant="default">
          {t("actions.form")}
        </Button>
      ) : null}
      {viewerCan.copy ? (
        <Button component={Link} to="copy" variant="default">
          {t("actions.copy")}
        </Button>
      ) : null}
      {viewerCan.export && round.instrument ? (
        <Button component="a" href={`/rounds/${round.code}.json`} download variant="default">
          {t("actions.export")}
        </Button>
      ) : null}
    </>
  );
}

/** The ways to the judging of a jury's round: for who oversees it, and for who only keys paper sheets in. */
function JudgingWays({ round: { viewerCan } }: { readonly round: RoundParts }): ReactElement | null {
  const { t } = useTranslation("rounds");
  if (viewerCan.overseeJudging)
    return (
      <>
        <Button component={Link} to="judging" variant="default">
          {t("actions.judging")}
        </Button>
        <Button component={Link} to="judges" variant="default">
          {t("actions.judges")}
        </Button>
      </>
    );
  return viewerCan.keySheets ? (
    <Button component={Link} to="judging/paper" variant="default">
      {t("actions.paper")}
    </Button>
  ) : null;
}
