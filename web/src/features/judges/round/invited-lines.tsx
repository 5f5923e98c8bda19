import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { InviteJudgesMutation } from "../../../gql/graphql.ts";
import { useRefusalWords } from "../../../lib/refusals/use-refusal-words.ts";
import { StateBadge } from "../../../ui/state-badge.tsx";
import styles from "../judges.module.css";

type Line = NonNullable<InviteJudgesMutation["inviteJudges"]["lines"]>[number];

/** What each line of a pasted list would do. */
export function InvitedLines({ lines }: { readonly lines: readonly Line[] }): ReactElement {
  const { t } = useTranslation("judges");
  const words = useRefusalWords();
  return (
    <ul className={styles.lines} aria-label={t("invite.lines")} aria-live="polite">
      {lines.map(({ line, name, email, isNew, refusal }) => (
        <li key={line}>
          <span>
            {name} · {email}
          </span>
          {refusal ? (
            <StateBadge kind="problem" word={words(refusal)} />
          ) : (
            <StateBadge kind="saved" word={t(isNew ? "invite.new" : "invite.known")} />
          )}
        </li>
      ))}
    </ul>
  );
}
