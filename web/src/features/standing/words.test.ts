import { expect, test } from "vitest";
import { hundredfold } from "./words.ts";

test("a share becomes a percentage without going through a binary fraction", () => {
  expect(hundredfold("0.923456")).toBe("92.3456");
  expect(hundredfold("1")).toBe("100");
  expect(hundredfold("0.05")).toBe("5");
  expect(hundredfold("0.005000")).toBe("0.5000");
  expect(hundredfold("12.5")).toBe("1250");
});
