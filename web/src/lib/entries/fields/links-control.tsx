import { Button, TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../../ui/icons.tsx";
import type { ControlProps } from "./field-control.tsx";
import styles from "./fields.module.css";

/** Addresses of the web, one a line, with a line more on request. */
export function LinksControl(props: ControlProps): ReactElement {
  const { t } = useTranslation("entries");
  const known = Array.isArray(props.value) ? (props.value as readonly string[]) : [];
  const lines = known.length === 0 ? [""] : known;
  const put = (index: number, text: string): void => props.onChange(lines.map((line, at) => (at === index ? text : line)));
  return (
    <div className={styles.lines}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place; it keeps its focus while it is typed in
        <div key={index} className={styles.line}>
          <TextInput
            id={index === 0 ? props.id : `${props.id}-${index}`}
            type="url"
            inputMode="url"
            placeholder={START}
            aria-label={t("field.link", { number: index + 1 })}
            className={styles.grow}
            value={line}
            disabled={props.disabled}
            onChange={(event) => put(index, event.currentTarget.value)}
            onBlur={props.onDone}
          />
          {props.disabled || lines.length === 1 ? null : (
            <Button
              variant="default"
              px="sm"
              aria-label={t("field.removeLink", { number: index + 1 })}
              onClick={() => {
                props.onChange(lines.filter((_, at) => at !== index));
                props.onDone();
              }}
            >
              <Icon name="close" size={18} />
            </Button>
          )}
        </div>
      ))}
      {props.disabled ? null : (
        <Button variant="default" leftSection={<Icon name="plus" size={18} />} onClick={() => props.onChange([...lines, ""])}>
          {t("field.addLink")}
        </Button>
      )}
    </div>
  );
}

/** How every address of the web that is accepted begins. */
const START = "https://";
