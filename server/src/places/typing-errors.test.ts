import fc from "fast-check";
import { expect, it } from "vitest";
import { typingErrors } from "./typing-errors.ts";

it.each([
  ["huye", "Huye", 0],
  ["hyue", "Huye", 1],
  ["hoye", "Huye", 1],
  ["huy", "Huye", 0],
  ["kicikuro", "Kicukiro", 2],
  ["palembnag", "Kota Palembang", 1],
  ["kota palenbang", "Kota Palembang", 1],
  ["zzz", "Huye", 3],
])("%s for %s is %i errors", (typed, name, errors) => {
  expect(typingErrors(typed, name)).toBe(errors);
});

it("is nothing for any beginning of a name, and never more than one for one letter left out", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{3,12}$/), fc.nat(), (name, at) => {
      const letter = at % name.length;
      expect(typingErrors(name.slice(0, letter + 1), name)).toBe(0);
      expect(typingErrors(name.slice(0, letter) + name.slice(letter + 1), name)).toBeLessThanOrEqual(1);
    }),
  );
});
