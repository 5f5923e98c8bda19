import { Button } from "@mantine/core";
import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/icons.tsx";
import styles from "./rounds.module.css";

/** Things in an order that matters: each can be moved up and down by its buttons, removed, and another added. */
export function OrderedList<Item>(props: {
  readonly items: readonly Item[];
  readonly onChange: (items: readonly Item[]) => void;
  /** What an item is called, for its heading and buttons. */
  readonly nameOf: (item: Item, index: number) => string;
  readonly children: (item: Item, index: number, change: (item: Item) => void) => ReactNode;
  readonly add?: { readonly words: string; readonly item: () => Item };
}): ReactElement {
  const { t } = useTranslation("rounds");
  const { items, onChange } = props;
  const move = (index: number, by: number): void => {
    const next = [...items];
    const [moved] = next.splice(index, 1);
    if (moved !== undefined) next.splice(index + by, 0, moved);
    onChange(next);
  };
  const button = (index: number, kind: "up" | "down" | "remove", name: string, act: () => void, disabled: boolean) => (
    <Button
      variant="default"
      size="sm"
      px="xs"
      aria-label={t(`stages.${kind}`, { name })}
      disabled={disabled}
      onClick={act}
      key={`${kind} ${index}`}
    >
      <Icon name={kind === "remove" ? "close" : kind} size={18} />
    </Button>
  );
  return (
    <div className={styles.form}>
      <ol className={styles.list}>
        {items.map((item, index) => {
          const name = props.nameOf(item, index);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the order is what an item is known by; fields keep their focus while typing
            <li key={index} className={styles.card}>
              <div className={styles.cardHead}>
                <p className={styles.cardTitle}>{name}</p>
                <div className={styles.actions}>
                  {button(index, "up", name, () => move(index, -1), index === 0)}
                  {button(index, "down", name, () => move(index, 1), index === items.length - 1)}
                  {button(index, "remove", name, () => onChange(items.filter((_, at) => at !== index)), false)}
                </div>
              </div>
              {props.children(item, index, (changed) => onChange(items.map((other, at) => (at === index ? changed : other))))}
            </li>
          );
        })}
      </ol>
      {props.add === undefined ? null : (
        <div>
          <Button
            variant="default"
            leftSection={<Icon name="plus" size={18} />}
            onClick={() => props.add && onChange([...items, props.add.item()])}
          >
            {props.add.words}
          </Button>
        </div>
      )}
    </div>
  );
}
