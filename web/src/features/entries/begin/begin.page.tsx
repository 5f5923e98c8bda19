import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useOnline } from "../../../lib/online/online.ts";
import { useFailureWords } from "../../../lib/refusals/use-refusal-words.ts";
import { ErrorState } from "../../../ui/error-state.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Page, Section } from "../../../ui/page.tsx";
import { useFormat, useLanguage } from "../../../ui/use-format.ts";
import { type EntryRound, useEntryRounds } from "../list/entry-rounds.ts";
import { BeginForm } from "./begin-form.tsx";
import { EligibilityRules } from "./eligibility-rules.tsx";
import { EnterAgain } from "./enter-again.tsx";
import { type BeginPlace, type RoundGround, useRoundGround } from "./round-ground.ts";

/** Begins an entry: first whether it may enter, then for whom and under which title. */
export function Component(): ReactElement {
  const { t } = useTranslation("entries");
  const language = useLanguage();
  const [search] = useSearchParams();
  const words = useFailureWords();
  const online = useOnline();
  const rounds = useEntryRounds();
  const wanted = search.get("round");
  const open = rounds.value?.find(({ state }) => state === "OPEN");
  const round = (wanted === null ? open : rounds.value?.find(({ code }) => code === wanted)) ?? null;
  const ground = useRoundGround(round?.id ?? null);
  const failure = rounds.failure ?? ground.failure;
  const unknown = failure?.kind === "network" && !online;
  return (
    <Page
      title={t("begin.title")}
      lead={t("begin.lead")}
      breadcrumbs={[
        { label: t("title"), to: `/${language}/app/entries${round ? `?round=${round.code}` : ""}` },
        { label: round?.name ?? t("begin.title") },
      ]}
      loading={failure === null && (rounds.value === null || (round !== null && ground.value === null))}
    >
      {failure ? <ErrorState title={unknown ? t("begin.unknown") : words(failure)} next="" retry={ground.reload} /> : null}
      {round && ground.value ? <Begin round={round} ground={ground.value} /> : null}
      {rounds.value !== null && round === null ? <Notice kind="locked" title={t("begin.nowhere")} /> : null}
    </Page>
  );
}

function Begin(props: { readonly round: EntryRound; readonly ground: RoundGround }): ReactElement {
  const { t } = useTranslation("entries");
  const { ground, round } = props;
  const [chosen, setChosen] = useState<BeginPlace | null>(null);
  const place = ground.places.find((candidate) => candidate === chosen) ?? ground.places[0];
  const { instrument } = ground.grounds.INNOVATION;
  return (
    <>
      <Closed ground={ground} />
      <Section title={t("begin.rules")}>
        <EligibilityRules rules={instrument.eligibility} affairs={instrument.affairs} />
      </Section>
      <Section title={round.name}>
        {place ? (
          <BeginForm round={round} ground={ground} place={place} onPlace={setChosen} />
        ) : (
          <Notice kind="locked" title={t("begin.nowhere")} />
        )}
      </Section>
      {place?.agency ? <EnterAgain round={round} agencyId={place.agency.id} /> : null}
    </>
  );
}

/** That the round takes no entries at this hour, told before anything is typed. */
function Closed({ ground }: { readonly ground: RoundGround }): ReactElement | null {
  const { t } = useTranslation("entries");
  const format = useFormat();
  const now = new Date();
  const early = ground.opensAt !== null && now < new Date(ground.opensAt);
  const late = ground.closesAt !== null && now >= new Date(ground.closesAt);
  if (!early && !late && ground.opensAt !== null) return null;
  return (
    <Notice kind="locked" title={t("begin.closed")}>
      {early && ground.opensAt ? (
        <p>{t("begin.opens", { moment: format.dateTime(ground.opensAt, { timeZone: ground.timeZone, showZone: true }) })}</p>
      ) : null}
    </Notice>
  );
}
