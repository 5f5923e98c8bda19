import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { readFragment } from "../../../gql/fragment-masking.ts";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFailureWords } from "../../../lib/refusals/use-refusal-words.ts";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Section } from "../../../ui/page.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import styles from "../verification.module.css";
import { DrawForm } from "./draw-form.tsx";
import { ACCEPT_UNSAMPLED, SAMPLING, SAMPLING_PARTS, type Sample, type SamplingParts, VERIFIED_ROUNDS } from "./sampling-documents.ts";

/** The samples of the rounds that are going on: what was drawn and what it says, or the way to draw it. */
export function Samples(): ReactElement | null {
  const { data } = useQuery(VERIFIED_ROUNDS, { fetchPolicy: "cache-and-network" });
  const rounds = (data?.rounds.nodes ?? []).filter(({ instrument }) => instrument?.kind === "INNOVATION_INDEX");
  if (rounds.length === 0) return null;
  return (
    <>
      {rounds.map((round) => (
        <RoundSample key={round.id} round={round} />
      ))}
    </>
  );
}

function RoundSample({ round }: { readonly round: { readonly id: string; readonly name: string } }): ReactElement | null {
  const { t } = useTranslation("verification");
  const { data } = useQuery(SAMPLING, { variables: { roundId: round.id }, fetchPolicy: "cache-and-network" });
  const sampling = readFragment(SAMPLING_PARTS, data?.sampling ?? null);
  if (!sampling || (sampling.sample === null && !sampling.viewerCan.draw)) return null;
  return (
    <Section title={t("sample.title", { round: round.name })}>
      <div className={styles.sample}>
        {sampling.sample ? <Drawn sample={sampling.sample} /> : <DrawForm roundId={round.id} drawable={sampling.drawable} />}
        {sampling.viewerCan.accept ? <Accept roundId={round.id} sampling={sampling} /> : null}
      </div>
    </Section>
  );
}

function Drawn({ sample }: { readonly sample: Sample }): ReactElement {
  const { t } = useTranslation("verification");
  const format = useFormat();
  const { discrepancy } = sample;
  const drawn = { size: sample.size, outOf: sample.outOf, percent: format.decimal(sample.percent), seed: sample.seed };
  return (
    <>
      <p>{t("sample.drawn", { ...drawn, at: format.dateTime(sample.drawnAt, { short: true }) })}</p>
      {discrepancy.rate == null || discrepancy.meanDifference == null ? (
        <p>{t("sample.nothingYet")}</p>
      ) : (
        <p>
          <strong>{t("sample.rate", { rate: format.decimal(discrepancy.rate) })}</strong>{" "}
          {t("sample.counts", {
            entries: discrepancy.entries,
            rows: discrepancy.rows,
            differing: discrepancy.differing,
            mean: format.decimal(discrepancy.meanDifference),
          })}
        </p>
      )}
    </>
  );
}

/** Takes what is outside of the sample over as claimed, after being asked with its number. */
function Accept({ roundId, sampling }: { readonly roundId: string; readonly sampling: SamplingParts }): ReactElement {
  const { t } = useTranslation("verification");
  const words = useFailureWords();
  const { act, busy, failure } = useAct(ACCEPT_UNSAMPLED);
  const [asking, setAsking] = useState(false);
  const accept = async (): Promise<void> => {
    if (await act({ input: { roundId, dryRun: false } })) setAsking(false);
  };
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t("sample.accept", { count: sampling.acceptable })}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t("sample.acceptTitle")}
        act={t("sample.acceptAct")}
        busy={busy}
        onConfirm={() => void accept()}
        onClose={() => setAsking(false)}
      >
        <p>{t("sample.acceptLead", { count: sampling.acceptable })}</p>
        {failure ? <Notice kind="problem" title={words(failure)} takesFocus /> : null}
      </ConfirmDialog>
    </>
  );
}
