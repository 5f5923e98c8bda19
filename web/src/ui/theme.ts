import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

/** The deep green-blue, light to dark; shade 6 is the token `--accent` in light. */
const accent: MantineColorsTuple = [
  "#e3f1f2",
  "#cfe6e8",
  "#a6d1d3",
  "#72c5cc",
  "#469aa0",
  "#1a7d87",
  "#0f6770",
  "#0b555e",
  "#08434a",
  "#052f35",
];

const FIELD = { size: "md" } as const;

/** Mantine dressed in our tokens: one accent, 16 px body, a 4 px grid, fields large enough for a thumb. */
export const theme = createTheme({
  primaryColor: "accent",
  primaryShade: { light: 6, dark: 5 },
  colors: { accent },
  fontFamily: "var(--font)",
  fontFamilyMonospace: "var(--font-code)",
  headings: {
    fontFamily: "var(--font)",
    fontWeight: "650",
    sizes: {
      h1: { fontSize: "1.75rem", lineHeight: "1.2" },
      h2: { fontSize: "1.25rem", lineHeight: "1.3" },
      h3: { fontSize: "1.0625rem", lineHeight: "1.4" },
    },
  },
  fontSizes: { xs: "0.875rem", sm: "0.9375rem", md: "1rem", lg: "1.125rem", xl: "1.25rem" },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
  radius: { xs: "0.125rem", sm: "0.25rem", md: "0.5rem", lg: "0.75rem", xl: "1rem" },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: FIELD },
    TextInput: { defaultProps: FIELD },
    PasswordInput: { defaultProps: FIELD },
    NumberInput: { defaultProps: FIELD },
    Textarea: { defaultProps: FIELD },
    Select: { defaultProps: FIELD },
    NativeSelect: { defaultProps: FIELD },
    Checkbox: { defaultProps: FIELD },
    Radio: { defaultProps: FIELD },
    Switch: { defaultProps: FIELD },
    Modal: { defaultProps: { radius: "md", transitionProps: { duration: 120 } } },
    Menu: { defaultProps: { transitionProps: { duration: 100 }, shadow: "md" } },
  },
});

/** Hands our tokens to Mantine's own variables, so that both follow one list. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const variables = {
    "--mantine-color-text": "var(--ink)",
    "--mantine-color-body": "var(--surface)",
    "--mantine-color-dimmed": "var(--ink-soft)",
    "--mantine-color-placeholder": "var(--ink-soft)",
    "--mantine-color-anchor": "var(--accent-text)",
    "--mantine-color-error": "var(--problem)",
    "--mantine-color-default": "var(--surface-raised)",
    "--mantine-color-default-hover": "var(--surface-hover)",
    "--mantine-color-default-color": "var(--ink)",
    "--mantine-color-default-border": "var(--line-strong)",
    "--mantine-color-disabled": "var(--locked-quiet)",
    "--mantine-color-disabled-color": "var(--locked)",
  };
  return { variables: {}, light: variables, dark: variables };
};
