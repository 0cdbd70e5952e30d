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

import { KubeObject } from '../kubernetes/KubeObject';
import { EstateDocument } from './EstateDocument';
import { mergeObjects } from './mergeObjects';
import { Moment, renderInstant } from './renderInstant';
import { uidOf } from './uidOf';

/** Some operators write times as numbers. */
const UNIX = /^\{\{[^{}]* as unix\s*\}\}$/;

/**
 * What the documents of one Kubernetes cluster say at a moment: those whose time
 * it is, with their times written out, those of one object merged.
 *
 * @internal
 */
export function documentsAt(
  kubernetesCluster: string,
  documents: readonly EstateDocument[],
  moment: Moment,
): readonly KubeObject[] {
  return mergeObjects(
    documents
      .filter(document => isTime(document, moment.now))
      .flatMap(document =>
        turnsOf(document).map(back =>
          render(kubernetesCluster, document.object, moment, back),
        ),
      ),
  );
}

function isTime({ during }: EstateDocument, now: number): boolean {
  if (!during) {
    return true;
  }
  const into = now % during.cycle;
  return into >= during.from && into < during.until;
}

/** How far back each of its copies lies, ms. */
function turnsOf({ repeat }: EstateDocument): readonly number[] {
  return repeat
    ? Array.from({ length: repeat.times }, (_, turn) => turn * repeat.every)
    : [0];
}

function render(
  kubernetesCluster: string,
  object: KubeObject,
  moment: Moment,
  back: number,
): KubeObject {
  const { namespace } = object.metadata;
  const at = { now: moment.now - back, start: moment.start - back };
  const renderExpression = (expression: string) => {
    const [, kind, name] = /^uid (\w+)\/([\w.-]+)$/.exec(expression) ?? [];
    return kind
      ? uidOf(kubernetesCluster, { kind, namespace, name })
      : renderInstant(expression, at);
  };
  const renderText = (text: string) =>
    text.replace(/\{\{\s*(.*?)\s*\}\}/g, (_, expression) =>
      renderExpression(expression),
    );
  const renderValue = (value: any): any => {
    if (typeof value === 'string') {
      const text = renderText(value);
      return UNIX.test(value) ? Number(text) : text;
    }
    if (Array.isArray(value)) {
      return value.map(renderValue);
    }
    return value && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value).map(([field, inner]) => [
            renderText(field),
            renderValue(inner),
          ]),
        )
      : value;
  };
  return renderValue(object);
}
