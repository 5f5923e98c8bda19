import { Button } from "@mantine/core";
import { type ReactElement, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/icons.tsx";
import styles from "./rounds.module.css";

/** What an item is known by while the list is edited, and whether it stands open at first. */
type Key = { readonly id: number; readonly isOpen: boolean };

/** How items are folded: the line that says what is in one, and which stand open at first. */
type Fold<Item> = { readonly summary: (item: Item) => string; readonly isOpen?: (item: Item) => boolean };

/** Things in an order that matters: each can be moved up and down by its buttons, removed, and another added. */
export function OrderedList<Item>(props: {
  readonly items: readonly Item[];
  readonly onChange: (items: readonly Item[]) => void;
  /** What an item is called, for its heading and buttons. */
  readonly nameOf: (item: Item, index: number) => string;
  readonly children: (item: Item, index: number, change: (item: Item) => void) => ReactNode;
  readonly add?: { readonly words: string; readonly item: () => Item };
  /** One that was just added stands open. */
  readonly fold?: Fold<Item>;
}): ReactElement {
  const { items, onChange, add, fold } = props;
  const [keys, setKeys] = useState(() => keysOf(items, fold));
  // Other items came from elsewhere, e.g. a file.
  if (keys.length !== items.length) setKeys(keysOf(items, fold));
  const remove = (index: number): void => {
    setKeys(keys.toSpliced(index, 1));
    onChange(items.toSpliced(index, 1));
  };
  const move = (index: number, by: number): void => {
    setKeys(moved(keys, index, by));
    onChange(moved(items, index, by));
  };
  return (
    <div className={styles.form}>
      <ol className={styles.list}>
        {items.map((item, index) => {
          const name = props.nameOf(item, index);
          const fields = props.children(item, index, (changed) => onChange(items.with(index, changed)));
          return (
            <li key={keys[index]?.id} className={styles.card}>
              <div className={styles.cardHead}>
                <p className={styles.cardTitle}>{name}</p>
                <Moves index={index} count={items.length} name={name} onMove={move} onRemove={remove} />
              </div>
              {fold ? (
                <details open={keys[index]?.isOpen} className={styles.fold}>
                  <summary aria-label={`${name}: ${fold.summary(item)}`}>{fold.summary(item)}</summary>
                  <div className={styles.form}>{fields}</div>
                </details>
              ) : (
                fields
              )}
            </li>
          );
        })}
      </ol>
      {add === undefined ? null : (
        <div>
          <Button
            variant="default"
            leftSection={<Icon name="plus" size={18} />}
            onClick={() => {
              setKeys([...keys, { id: Math.max(-1, ...keys.map(({ id }) => id)) + 1, isOpen: true }]);
              onChange([...items, add.item()]);
            }}
          >
            {add.words}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The buttons that move an item or take it away, each with its name. */
function Moves(props: {
  readonly index: number;
  readonly count: number;
  readonly name: string;
  readonly onMove: (index: number, by: number) => void;
  readonly onRemove: (index: number) => void;
}): ReactElement {
  const { t } = useTranslation("rounds");
  const { index, count, name } = props;
  const button = (kind: "up" | "down" | "remove", act: () => void, disabled = false) => (
    <Button variant="default" size="sm" px="xs" aria-label={t(`stages.${kind}`, { name })} disabled={disabled} onClick={act}>
      <Icon name={kind === "remove" ? "close" : kind} size={18} />
    </Button>
  );
  return (
    <div className={styles.actions}>
      {button("up", () => props.onMove(index, -1), index === 0)}
      {button("down", () => props.onMove(index, 1), index === count - 1)}
      {button("remove", () => props.onRemove(index))}
    </div>
  );
}

function keysOf<Item>(items: readonly Item[], fold: Fold<Item> | undefined): readonly Key[] {
  return items.map((item, id) => ({ id, isOpen: fold?.isOpen?.(item) ?? false }));
}

function moved<Thing>(list: readonly Thing[], index: number, by: number): readonly Thing[] {
  const thing = list.slice(index, index + 1);
  return list.toSpliced(index, 1).toSpliced(index + by, 0, ...thing);
}
