/** The recovery sheet as a person handles it. */
import { expect, type Page } from '@playwright/test';

/** The 14 groups that are on the screen. */
export async function readSheet(window: Page): Promise<string[]> {
  const groups = window.locator('ol[translate="no"]:visible li');
  await expect(groups).toHaveCount(14);
  return groups.allInnerTexts();
}

/** Types the groups that are asked for. @param groups as they were written down */
export async function typeAskedGroups(window: Page, groups: readonly string[]): Promise<void> {
  const fields = window.getByRole('textbox', { name: /^Group \d+$/u });
  await expect(fields).toHaveCount(3);
  for (const field of await fields.all()) {
    const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent);
    await field.fill((groups[numberOf(label) - 1] ?? '').toLowerCase());
  }
}

/** The number in «Group 7». */
export function numberOf(label: string | null | undefined): number {
  return Number(/\d+/u.exec(label ?? '')?.[0]);
}
