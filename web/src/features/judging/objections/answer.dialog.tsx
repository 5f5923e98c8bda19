import { LANGUAGE_NAMES } from "@isonga/schema/languages";
import { LIMITS } from "@isonga/schema/limits";
import { Checkbox, Radio, Stack } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useOutletContext, useParams } from "react-router";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { GrowingText } from "../../../ui/growing-text.tsx";
import { RouteDialog } from "../../../ui/route-dialog.tsx";
import { useNavigateOnce } from "../../../ui/use-navigate-once.ts";
import styles from "../judging.module.css";
import type { ObjectionRoundParts } from "./objections.page.tsx";
import { ANSWER_OBJECTION } from "./objections.query.ts";

type Objection = ObjectionRoundParts["objections"][number];

/** Answers an objection, once: upheld or dismissed, with the words that go to who made it. */
export function Component(): ReactElement | null {
  const round = useOutletContext<ObjectionRoundParts | undefined>();
  const { id = "" } = useParams();
  const found = round?.objections.find((one) => one.id === id);
  return found && round?.canAnswer ? <AnswerForm objection={found} /> : null;
}

function AnswerForm({ objection }: { readonly objection: Objection }): ReactElement {
  const { t } = useTranslation("judging");
  const navigate = useNavigateOnce();
  const { search } = useLocation();
  const { act, busy, failure } = useAct(ANSWER_OBJECTION);
  const problems = useFormProblems(failure);
  const [verdict, setVerdict] = useState<string>("dismiss");
  const [takeOut, setTakeOut] = useState(false);
  const [answer, setAnswer] = useState("");
  const uphold = verdict === "uphold";
  const close = (): void => navigate({ pathname: "..", search }, { preventScrollReset: true });
  const submit = async (): Promise<void> => {
    const input = { id: objection.id, version: objection.version, uphold, answer, takeOut: uphold && takeOut };
    if ((await act({ input })) !== null) close();
  };
  return (
    <RouteDialog
      title={t("objections.answerOf", objection)}
      act={t(uphold ? "objections.uphold" : "objections.dismiss")}
      busy={busy}
      problems={problems}
      onSubmit={() => void submit()}
      onClose={close}
    >
      <blockquote className={styles.quote} lang={objection.language}>
        {objection.text}
      </blockquote>
      <Radio.Group label={t("objections.verdict")} value={verdict} onChange={setVerdict}>
        <Stack gap="xs" mt="xs">
          <Radio value="dismiss" label={t("objections.state.DISMISSED")} />
          <Radio value="uphold" label={t("objections.state.UPHELD")} />
        </Stack>
      </Radio.Group>
      {uphold ? (
        <Checkbox
          label={t("objections.takeOut")}
          description={t("objections.takeOutHint")}
          checked={takeOut}
          onChange={(event) => setTakeOut(event.currentTarget.checked)}
        />
      ) : null}
      <GrowingText
        id="answer"
        label={t("objections.words")}
        description={t("objections.wordsHint", {
          name: objection.name,
          language: LANGUAGE_NAMES[objection.language as keyof typeof LANGUAGE_NAMES],
        })}
        minRows={4}
        required
        maxLength={LIMITS.reasonLength}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
    </RouteDialog>
  );
}
