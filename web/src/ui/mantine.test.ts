import { existsSync, globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const src = resolve(import.meta.dirname, "..");
const styles = resolve(import.meta.dirname, "../../node_modules/@mantine/core/styles");

test("each Mantine component that pages use has its styles in mantine.css", () => {
  expect(missing(readUsed(), readFileSync(resolve(import.meta.dirname, "mantine.css"), "utf8"))).toEqual([]);
});

test("a component without its styles is found", () => {
  expect(missing(["Button", "Tabs", "useMantineTheme"], '@import "@mantine/core/styles/Button.layer.css";')).toEqual(["Tabs"]);
});

/** Names that have a style sheet of their own which is not imported. */
function missing(names: readonly string[], css: string): readonly string[] {
  return names.filter((name) => existsSync(`${styles}/${name}.layer.css`) && !css.includes(`/${name}.layer.css`));
}

function readUsed(): readonly string[] {
  const used = globSync(`${src}/**/*.tsx`).flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/import \{([^}]*)\} from "@mantine\/core"/g)].flatMap((match) => (match[1] ?? "").split(",")),
  );
  const names = used
    .map((name) =>
      name
        .trim()
        .replace(/^type /, "")
        .replace(/ as .*/, ""),
    )
    .flatMap((name) => [name, ...(INSIDE[name] ?? [])]);
  return [...new Set(names)].filter((name) => name !== "").sort();
}

/** What components are made of, where that has a style sheet too. */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  Autocomplete: ["Combobox", "Input", "ScrollArea"],
  Checkbox: ["InlineInput"],
  Menu: ["Popover", "UnstyledButton"],
  Modal: ["ModalBase", "Overlay", "CloseButton", "Paper"],
  MultiSelect: ["Combobox", "Input", "Pill", "PillsInput", "ScrollArea"],
  NativeSelect: ["Input"],
  NumberInput: ["Input"],
  PasswordInput: ["Input", "ActionIcon"],
  Radio: ["InlineInput"],
  Select: ["Combobox", "Input", "ScrollArea"],
  Switch: ["InlineInput"],
  TextInput: ["Input"],
  Textarea: ["Input"],
};
