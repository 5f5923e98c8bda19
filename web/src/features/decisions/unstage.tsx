import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../lib/apollo/use-act.ts";
import { useFailureWords } from "../../lib/refusals/use-refusal-words.ts";
import styles from "./decisions.module.css";
import { UnstageDocument } from "./decisions.query.ts";
import { fullName } from "./use-tray.ts";

type Staged = {
  readonly id: string;
  readonly version: number;
  readonly area: { readonly name: string; readonly ancestors: readonly { readonly name: string }[] };
};

/** Takes a staged decision back; it can be staged again at any time. */
export function Unstage({ decision, refetch }: { readonly decision: Staged; readonly refetch: () => Promise<void> }): ReactElement {
  const { t } = useTranslation("decisions");
  const { act, busy, failure } = useAct(UnstageDocument);
  const words = useFailureWords();
  const unstage = async () => {
    await act({ input: { decisionId: decision.id, version: decision.version } });
    await refetch();
  };
  return (
    <>
      <Button
        variant="subtle"
        loading={busy}
        aria-label={t("prizes.unstageLabel", { name: fullName(decision.area) })}
        onClick={() => void unstage()}
      >
        {t("prizes.unstage")}
      </Button>
      {failure ? (
        <span role="alert" className={styles.conflict}>
          {words(failure)}
        </span>
      ) : null}
    </>
  );
}
