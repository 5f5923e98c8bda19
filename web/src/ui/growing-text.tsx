import { Textarea, type TextareaProps } from "@mantine/core";
import type { CSSProperties, ReactElement } from "react";
import styles from "./growing-text.module.css";

/** Measuring each field by script makes a page of many fields slow on a phone: the browser grows them itself where it can. */
const GROWS_BY_ITSELF = CSS.supports("field-sizing", "content");

/** Text of several lines: as high as what is written, from `minRows` (1) to `maxRows` (no end). */
export function GrowingText({ minRows = 1, maxRows, ...props }: Omit<TextareaProps, "autosize" | "styles" | "classNames">): ReactElement {
  if (!GROWS_BY_ITSELF) return <Textarea {...props} autosize minRows={minRows} {...(maxRows ? { maxRows } : {})} />;
  const rows = { "--rows": minRows, ...(maxRows ? { "--most-rows": maxRows } : {}) } as CSSProperties;
  return <Textarea {...props} classNames={{ input: styles.text ?? "" }} styles={{ input: rows }} />;
}
