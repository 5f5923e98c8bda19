import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFileSize } from "../../../lib/evidence/use-file-size.ts";
import { askBundle, type Bundle, leaveBehind, type Taken, takeAlong } from "../../../lib/judging/offline/take-along.ts";
import { useTaken } from "../../../lib/judging/offline/use-taken.ts";
import { type Failure, failureOf } from "../../../lib/refusals/failure.ts";
import { useFailureWords } from "../../../lib/refusals/use-refusal-words.ts";
import { useMe } from "../../../lib/session/me.ts";
import { Notice } from "../../../ui/notice.tsx";
import { Section } from "../../../ui/page.tsx";
import { ProgressBar } from "../../../ui/progress-bar.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { keepDeskPages } from "../keep-desk-pages.ts";
import styles from "./queue.module.css";
import { TakeDialog } from "./take-dialog.tsx";

/** Takes the queue along: asks how much, keeps it, says what is on this device since when, and removes it again. */
export function TakeAlongSection({ stageId }: { readonly stageId: string }): ReactElement {
  const { t } = useTranslation(["desk", "common"]);
  const work = useTakeAlong(stageId);
  const failureWords = useFailureWords();
  const { taken, bundle, going, failure } = work;
  return (
    <Section title={t("take.title")}>
      <div className={styles.take}>
        {taken ? <TakenFacts taken={taken} /> : <p className={styles.lead}>{t("take.lead")}</p>}
        {failure ? <Notice kind="problem" title={failureWords(failure)} takesFocus /> : null}
        {going === null ? (
          <div className={styles.buttons}>
            <Button variant={taken ? "default" : "filled"} loading={work.asking} onClick={() => void work.ask()}>
              {t(taken ? "take.again" : "take.act")}
            </Button>
            {taken ? (
              <Button variant="default" onClick={() => void work.leave()}>
                {t("take.leave")}
              </Button>
            ) : null}
          </div>
        ) : (
          <ProgressBar label={t("take.going")} done={going.done} total={going.total} />
        )}
      </div>
      {bundle ? <TakeDialog bundle={bundle} onTake={(most) => void work.take(bundle, most)} onClose={work.close} /> : null}
    </Section>
  );
}

function TakenFacts({ taken }: { readonly taken: Taken }): ReactElement {
  const { t } = useTranslation("desk");
  const format = useFormat();
  const size = useFileSize();
  const facts = { entries: taken.entries, files: taken.files, size: size(taken.bytes), moment: format.dateTime(taken.at) };
  return (
    <Notice kind="saved" title={t("take.there", facts)}>
      {taken.missing > 0 ? <p>{t("take.missing", { count: taken.missing })}</p> : null}
      <p>{t("take.signOut")}</p>
    </Notice>
  );
}

function useTakeAlong(stageId: string) {
  const person = useMe()?.id ?? "";
  const { taken, look } = useTaken(stageId);
  const [asking, setAsking] = useState(false);
  const [bundle, setBundle] = useState<Bundle | null>(null);
  const [going, setGoing] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const ask = async (): Promise<void> => {
    setFailure(null);
    setAsking(true);
    await askBundle(stageId).then(setBundle, (error: unknown) => setFailure(failureOf(error)));
    setAsking(false);
  };
  const take = async (chosen: Bundle, mostBytes: number): Promise<void> => {
    setBundle(null);
    const total = chosen.files.length;
    setGoing({ done: 0, total });
    try {
      await keepDeskPages();
      await takeAlong(person, chosen, { mostBytes, told: (done) => setGoing({ done, total }) });
    } catch (error) {
      setFailure(failureOf(error));
    }
    setGoing(null);
    look();
  };
  const leave = async (): Promise<void> => {
    await leaveBehind(person, stageId);
    look();
  };
  return { taken, bundle, asking, going, failure, ask, take, leave, close: () => setBundle(null) };
}
