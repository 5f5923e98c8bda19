import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useAct } from "../../lib/apollo/use-act.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import { Notice } from "../../ui/notice.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { ACCEPT_CLAIMED_LEVELS, COMPLETE_VERIFICATION, VERIFICATION_QUEUE, type VerificationParts } from "./verification-documents.ts";

/** Accept all that is claimed and proved, end the verification, go on to the next entry. */
export function Actions({ verification }: { readonly verification: VerificationParts }): ReactElement {
  const { t } = useTranslation("verification");
  const words = useFailureWords();
  const accept = useAct(ACCEPT_CLAIMED_LEVELS);
  const complete = useAct(COMPLETE_VERIFICATION);
  const { id, viewerCan, open, rows, entry } = verification;
  const waits = rows.some((row) => row.canSay && row.claimed > 0 && row.evidence > 0 && row.state === "WAITING");
  const failure = accept.failure ?? complete.failure;
  return (
    <>
      {failure ? <Notice kind="problem" title={words(failure)} takesFocus /> : null}
      {viewerCan.verify && waits ? (
        <Button variant="default" loading={accept.busy} onClick={() => void accept.act({ input: { entryId: id } })}>
          {t("accept")}
        </Button>
      ) : null}
      {viewerCan.complete && open === 0 ? (
        <Button loading={complete.busy} onClick={() => void complete.act({ input: { entryId: id, version: entry.version } })}>
          {t("complete")}
        </Button>
      ) : null}
      <Next id={id} />
    </>
  );
}

/** The entry that has waited longest, this one left out. */
function Next({ id }: { readonly id: string }): ReactElement | null {
  const { t } = useTranslation("verification");
  const language = useLanguage();
  const { data } = useQuery(VERIFICATION_QUEUE, { variables: { after: null }, fetchPolicy: "cache-and-network" });
  const next = data?.verificationQueue.nodes.find((task) => task.id !== id);
  if (!next) return null;
  return (
    <Button component={Link} to={`/${language}/app/verification/${next.id}`} variant="default" title={next.entry.title}>
      {t("next")}
    </Button>
  );
}
