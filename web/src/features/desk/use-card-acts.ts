import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { neighbours, nextToJudge } from "../../lib/judging/queue/queue-view.ts";
import type { Signature } from "../../lib/judging/use-card.ts";
import { useLanguage } from "../../ui/use-format.ts";
import type { OpenCard } from "./open-card.ts";

/** What can be done with a card as a whole, and where it leads. */
export type CardActs = {
  /** The entry that is opened after this one is done; null when it is the last. */
  readonly next: string | null;
  readonly sign: (signature: Signature) => void;
  readonly abstain: (reason: string) => void;
  readonly recuse: (kind: Parameters<OpenCard["work"]["recuse"]>[0], reason: string) => void;
  readonly skip: () => void;
  readonly toNext: (() => void) | undefined;
  readonly toBefore: (() => void) | undefined;
  readonly toQueue: () => void;
};

export function useCardActs(open: OpenCard): CardActs {
  const { t } = useTranslation("desk");
  const language = useLanguage();
  const navigate = useNavigate();
  const { work, kept, lines, say } = open;
  const { id, stageId, entry } = kept.card;
  const { reference } = entry;
  const next = nextToJudge(lines.lines, id);
  const { before, after } = neighbours(lines.lines, id);
  const home = `/${language}/app/judging`;
  const toCard = (card: string): void => void navigate(`${home}/cards/${card}`, { state: { desk: true } });
  const toQueue = (): void => void navigate(`${home}/stages/${stageId}`);
  const onward = (words: string): void => {
    say(words);
    if (next === null) toQueue();
    else toCard(next);
  };
  const sign = (signature: Signature): void => void work.sign(signature).then(() => onward(t("sign.done", { reference })));
  const isSkipped = open.view.skipped;
  const skip = (): void => {
    if (!open.canMark) return;
    void work.skip(!isSkipped).then(() => (isSkipped || next === null ? undefined : toCard(next)));
  };
  return {
    next,
    sign,
    abstain: (reason) => sign({ outcome: "ABSTAINED", failReasons: [], abstainReason: reason }),
    recuse: (kind, reason) => void work.recuse(kind, reason).then(() => onward(t("recuse.done", { reference }))),
    skip,
    toNext: after === null ? undefined : () => toCard(after),
    toBefore: before === null ? undefined : () => toCard(before),
    toQueue,
  };
}
