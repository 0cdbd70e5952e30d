/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

const LONGEST_QUOTE = 300;

/**
 * What a host said, as a short line that can stand in an error: the message of
 * a JSON body, or the words of a page. It never holds one of the secrets, also
 * when a gateway echoes the request.
 *
 * @internal
 */
export function quoteAnswer(text: string, secrets: readonly string[]): string {
  // Twice, because reading JSON and removing tags can bring one to light.
  const quote = withoutSecrets(words(withoutSecrets(text, secrets)), secrets);
  return quote.length > LONGEST_QUOTE
    ? `${quote.slice(0, LONGEST_QUOTE)}…`
    : quote;
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter(Boolean)
    .reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
}

function words(text: string): string {
  return (messageOf(text) ?? text.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

function messageOf(text: string): string | undefined {
  try {
    const body = JSON.parse(text);
    const errors = [body.errors ?? []].flat();
    const parts = [
      body.message,
      body.error?.message ?? body.error,
      ...errors.map(error => error?.message ?? error),
    ];
    return parts.filter(part => typeof part === 'string').join('; ');
  } catch {
    return undefined;
  }
}
