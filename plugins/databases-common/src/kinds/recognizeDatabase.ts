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

import { KubeObject } from '../model';
import { Fields } from '../observation';
import { DatabasePart, EngineSign, engineSigns } from './engineSigns';
import { findOperator } from './findOperator';
import { shortImage } from './shortImage';

/**
 * The database that a StatefulSet runs, or a part of one.
 *
 * @public
 */
export interface RecognizedDatabase {
  /** Id of the engine. */
  readonly engine: string;
  /** Of the database: that of the StatefulSet, without what a chart appends for its part. */
  readonly name: string;
  readonly part: DatabasePart;
  /** What told so. */
  readonly by: 'annotation' | 'label' | 'image';
  /** Name of the container that it runs in. */
  readonly container?: string;
  /** Such as `17` or `25.8`, when the image says so. */
  readonly version?: string;
}

const ENGINE_ANNOTATION = 'basewell.dev/engine';

/** Values of `app.kubernetes.io/component` that stand beside a database. */
const beside =
  /^(metrics|exporter|.*backup.*|pgpool|pgbouncer|pooler|proxy|witness|keeper|zookeeper|console|ui|admin)$/;

/** Containers that say nothing about what a pod is there for. */
const companion = /(exporter|metrics|backup|reloader|proxy|bouncer|sentinel)/;

/**
 * What a StatefulSet is a database of. Who says so, best first: the operator that
 * owns it (then it is not one by itself), the annotation `basewell.dev/engine`
 * (`none` says that it is none), the labels of charts, the image.
 */
export function recognizeDatabase(
  statefulSet: KubeObject,
): RecognizedDatabase | undefined {
  const fields = Fields.of(statefulSet);
  const labels = labelsOf(fields);
  if (findOperator(statefulSet)) {
    return undefined;
  }
  const said = fields.string('metadata', 'annotations', ENGINE_ANNOTATION);
  const component = labels['app.kubernetes.io/component'] ?? '';
  const name = labels['app.kubernetes.io/name'] ?? '';
  if (said !== undefined) {
    const sign = engineSigns.find(({ engine }) => engine === said);
    return sign && describe(statefulSet, sign, 'annotation');
  }
  if (beside.test(component)) {
    return undefined;
  }
  const labeled = engineSigns.find(({ names }) => names.includes(name));
  if (labeled) {
    return describe(statefulSet, labeled, 'label');
  }
  const first = containersOf(fields).find(
    ({ image }) => !companion.test(image),
  );
  const sign = engineSigns.find(
    ({ images, tools }) =>
      first && images.test(first.path) && !tools?.test(first.command),
  );
  return sign && describe(statefulSet, sign, 'image');
}

function describe(
  statefulSet: KubeObject,
  sign: EngineSign,
  by: RecognizedDatabase['by'],
): RecognizedDatabase {
  const fields = Fields.of(statefulSet);
  const labels = labelsOf(fields);
  const { name } = statefulSet.metadata;
  const containers = containersOf(fields);
  const container =
    containers.find(({ path }) => sign.images.test(path)) ??
    (containers.length === 1 ? containers[0] : undefined);
  const component = labels['app.kubernetes.io/component'] ?? '';
  const known = Object.hasOwn(sign.parts, component)
    ? sign.parts[component]
    : Object.values(sign.parts).find(
        ({ part, suffix }) => part === 'sentinel' && suffix.test(name),
      );
  return {
    engine: sign.engine,
    name:
      labels['helm.neo4j.com/neo4j.name'] ??
      name.replace(known?.suffix ?? /-shard-?\d+$/, '').slice(0, 63),
    part: known?.part ?? 'member',
    by,
    container: container?.name,
    version: versionOf(container?.image, sign.series),
  };
}

function containersOf(fields: Fields) {
  return fields.list('spec', 'template', 'spec', 'containers').map(found => {
    const image = shortImage(found.string('image')) ?? '';
    return {
      name: found.string('name'),
      image,
      path: image.split(':')[0],
      command: [...found.strings('command'), ...found.strings('args')].join(
        ' ',
      ),
    };
  });
}

/** Its own labels, and those of its pods, which charts do not always repeat. */
function labelsOf(fields: Fields): { readonly [label: string]: string } {
  return Object.fromEntries(
    [
      ...fields.entries('spec', 'template', 'metadata', 'labels'),
      ...fields.entries('metadata', 'labels'),
    ].flatMap(([label, value]) => {
      const text = value.string();
      return text ? [[label, text]] : [];
    }),
  );
}

/** `…/postgresql:17.6-standard-bookworm` is 17; a tag may be a word. */
function versionOf(
  image: string | undefined,
  series: 1 | 2,
): string | undefined {
  const tag = image?.split(':')[1] ?? '';
  const numbers = /^(?:v|pg)?(\d{1,4})(?:\.(\d{1,3}))?(?![\d])/.exec(tag);
  if (!numbers) {
    return undefined;
  }
  const [, major, minor] = numbers;
  return series === 2 && minor !== undefined ? `${major}.${minor}` : major;
}
