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

import { ShellCommand, ShellPipeline, ShellScript } from './ShellScript';
import { shellTokens } from './shellTokens';

/** What only opens or closes: it is no command of its own. */
const openers = ['then', 'else', 'do', '{', '!', 'time', 'exec', 'sudo'];
const closers = ['fi', 'done', '}', 'esac'];
const conditions = ['if', 'elif', 'while', 'until'];

/** One pass over the tokens. */
class Reading {
  readonly #pipelines: ShellPipeline[] = [];
  readonly #variables = new Map<string, readonly string[]>();
  #commands: ShellCommand[] = [];
  #words: string[] = [];
  #output: string | undefined;
  #redirects: 'output' | 'other' | undefined;
  #before: ShellPipeline['before'] = ';';
  #loops = 0;
  #isCondition = false;
  #isPiped = false;
  #assigns = false;

  word(text: string): void {
    if (this.#redirects) {
      if (this.#redirects === 'output') {
        this.#output = text;
      }
      this.#redirects = undefined;
      return;
    }
    if (!this.#words.length && this.#keyword(text)) {
      return;
    }
    this.#words.push(text);
    this.#isPiped = false;
  }

  operator(text: string): void {
    if (/[<>]/.test(text)) {
      if (!/>&\d$/.test(text)) {
        this.#redirects = /^1?>|^&>/.test(text) ? 'output' : 'other';
      }
      return;
    }
    // A line may end after a pipe.
    if (text === ';' && this.#isPiped) {
      return;
    }
    this.#endCommand();
    this.#isPiped = text === '|' || text === '|&';
    if (this.#isPiped) {
      return;
    }
    this.#endPipeline();
    if (text === '&&' || text === '||') {
      this.#before = text;
    }
  }

  end(): Pick<ShellScript, 'pipelines' | 'variables'> {
    this.operator(';');
    return { pipelines: this.#pipelines, variables: this.#variables };
  }

  #keyword(text: string): boolean {
    if (conditions.includes(text)) {
      this.#isCondition = true;
      this.#loops += Number(text === 'while' || text === 'until');
      return true;
    }
    if (closers.includes(text)) {
      this.#loops -= Number(text === 'done' && this.#loops > 0);
      return true;
    }
    if (/^[A-Za-z_]\w*=/.test(text)) {
      const at = text.indexOf('=');
      this.#variables.set(text.slice(0, at), [text.slice(at + 1)]);
      this.#assigns = true;
      return true;
    }
    return openers.includes(text) || text === 'export' || text === 'local';
  }

  #endCommand(): void {
    this.#redirects = undefined;
    const [first, name, , ...items] = this.#words;
    if (first === 'for' && name) {
      this.#loops += 1;
      this.#variables.set(name, items);
    } else if (this.#words.length || this.#assigns) {
      this.#commands.push({
        words: this.#words,
        ...(this.#output !== undefined && { output: this.#output }),
      });
    }
    this.#words = [];
    this.#assigns = false;
    this.#output = undefined;
  }

  #endPipeline(): void {
    if (this.#commands.length) {
      this.#pipelines.push({
        commands: this.#commands,
        before: this.#before,
        inLoop: this.#loops > 0,
        isCondition: this.#isCondition,
      });
      this.#before = ';';
    }
    this.#commands = [];
    this.#isCondition = false;
  }
}

/**
 * Reads a script. Total: what is not understood is a word among others.
 *
 * @param flags - of the shell that runs it, such as `-eo` and `pipefail`
 */
export function readShell(
  script: string,
  flags: readonly string[] = [],
): ShellScript {
  const reading = new Reading();
  for (const { text, isOperator } of shellTokens(script)) {
    if (isOperator) {
      reading.operator(text);
    } else {
      reading.word(text);
    }
  }
  const { pipelines, variables } = reading.end();
  const settings = [
    flags.join(' '),
    ...pipelines.flatMap(({ commands }) =>
      commands
        .filter(({ words }) => words[0] === 'set')
        .map(({ words }) => words.slice(1).join(' ')),
    ),
  ];
  return {
    pipelines,
    variables,
    errexit:
      settings.some(words => /(^| )-[a-z]*e|errexit/.test(words)) ||
      /\btrap\b[^\n]*\bexit\b[^\n]*\bERR\b/.test(script),
    pipefail:
      settings.some(words => /pipefail/.test(words)) ||
      script.includes('PIPESTATUS'),
  };
}
