import { Button } from "@mantine/core";
import { type ReactElement, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/icons.tsx";
import styles from "./forms.module.css";

/** Tasks or fields in their order: each folds away, moves up and down, and can be removed; another can be added. */
export function OrderedItems<Item>(props: {
  readonly items: readonly Item[];
  readonly onChange: (items: readonly Item[]) => void;
  readonly nameOf: (item: Item) => string;
  /** Which stand open from the start: those with a problem. */
  readonly isOpen: (index: number) => boolean;
  readonly children: (item: Item, index: number, change: (item: Item) => void) => ReactNode;
  readonly add: { readonly words: string; readonly item: () => Item };
}): ReactElement {
  const { t } = useTranslation("forms");
  const { items, onChange } = props;
  const move = (index: number, by: number): void => {
    const next = [...items];
    const [moved] = next.splice(index, 1);
    if (moved !== undefined) next.splice(index + by, 0, moved);
    onChange(next);
  };
  return (
    <div className={styles.items}>
      {items.map((item, index) => {
        const name = props.nameOf(item);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the order is what an item is known by; fields keep their focus while typing
          <Item key={index} name={name} isOpen={props.isOpen(index)}>
            <div className={styles.tools}>
              <Tool icon="up" words={t("up", { name })} disabled={index === 0} onPress={() => move(index, -1)} />
              <Tool icon="down" words={t("down", { name })} disabled={index === items.length - 1} onPress={() => move(index, 1)} />
              <Tool icon="close" words={t("remove", { name })} onPress={() => onChange(items.filter((_, at) => at !== index))} />
            </div>
            {props.children(item, index, (changed) => onChange(items.map((other, at) => (at === index ? changed : other))))}
          </Item>
        );
      })}
      <div>
        <Button variant="default" leftSection={<Icon name="plus" size={18} />} onClick={() => onChange([...items, props.add.item()])}>
          {props.add.words}
        </Button>
      </div>
    </div>
  );
}

/** One of them. What is new stands open, and stays so while it is given its name. */
function Item(props: { readonly name: string; readonly isOpen: boolean; readonly children: ReactNode }): ReactElement {
  const { t } = useTranslation("forms");
  const [open, setOpen] = useState(props.name === "");
  return (
    <details className={styles.item} open={open || props.isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{props.name === "" ? t("unnamed") : props.name}</summary>
      {props.children}
    </details>
  );
}

function Tool(props: {
  readonly icon: "up" | "down" | "close";
  readonly words: string;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}): ReactElement {
  return (
    <Button variant="default" size="sm" px="xs" aria-label={props.words} disabled={props.disabled === true} onClick={props.onPress}>
      <Icon name={props.icon} size={18} />
    </Button>
  );
}
