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

import { Fields } from '../observation';
import { nameOf, optionValues } from './commandWords';
import { DumpPlace } from './DumpCommand';
import { DumpRun } from './DumpRun';
import { uploads } from './dumpTools';
import { hostOf } from './hostOf';
import { JobContainer } from './JobContainer';
import { Substitution } from './Substitution';

/** Names of variables with the address of an object storage, and with a bucket. */
const endpointName =
  /(S3|AWS|MINIO|STORAGE|BUCKET|RCLONE).*(ENDPOINT|HOST|URL)/i;
const bucketName = /BUCKET(_NAME)?$/i;

/**
 * Where a job leaves what it has read, as far as its pod template shows it.
 *
 * @param pod - `spec.template.spec` of a Job
 * @param run - left out when what it runs is not seen
 */
export function readPlace(
  pod: Fields,
  containers: readonly JobContainer[],
  run: DumpRun | undefined,
  namespace: string,
): DumpPlace | undefined {
  return (
    readBucket(containers, namespace) ??
    (run ? ofOutput(pod, run) : undefined) ??
    onlyClaim(pod)
  );
}

function readBucket(
  containers: readonly JobContainer[],
  namespace: string,
): DumpPlace | undefined {
  const carried = containers.flatMap(({ script, environment }) => {
    const substitution = new Substitution(environment, script.variables);
    return script.pipelines.flatMap(({ commands }) =>
      commands
        .filter(command =>
          uploads.some(
            ({ name, verb }) =>
              name === nameOf(command) &&
              command.words.some(word => verb?.test(word) ?? true),
          ),
        )
        .map(({ words }) => ({ words, substitution })),
    );
  });
  const endpoint = [
    ...carried.flatMap(({ words, substitution }) =>
      optionValues(words, ['--endpoint-url', '--endpoint', '--host']).flatMap(
        word => substitution.valuesOf(word),
      ),
    ),
    ...containers.flatMap(({ environment }) =>
      [...environment]
        .filter(([name]) => endpointName.test(name))
        .map(([, value]) => value),
    ),
  ].flatMap(text => hostOf(text, namespace)?.host ?? [])[0];
  const bucket = [
    ...carried.flatMap(({ words, substitution }) =>
      words
        .flatMap(word => substitution.pathOf(word) ?? [])
        .flatMap(
          word =>
            /^(?:s3|gs|s3:s3):\/\/([a-z0-9.-]{3,63})/.exec(word)?.[1] ?? [],
        ),
    ),
    ...containers.flatMap(({ environment }) =>
      [...environment]
        .filter(
          ([name, value]) =>
            bucketName.test(name) && /^[a-z0-9.-]{3,63}$/.test(value),
        )
        .map(([, value]) => value),
    ),
  ][0];
  return carried.length || endpoint || bucket
    ? {
        type: 'bucket',
        ...(bucket && { bucket }),
        ...(endpoint && { endpoint }),
      }
    : undefined;
}

/** Where the file lies that a tool writes. */
function ofOutput(pod: Fields, run: DumpRun): DumpPlace | undefined {
  const { use, words, pipeline, index, container, substitution } = run;
  const after = pipeline.commands.slice(index);
  const written = [
    ...optionValues(words, use.output),
    ...after.flatMap(({ output }) => output ?? []),
    ...after.flatMap(command =>
      nameOf(command) === 'tee' ? command.words.slice(-1) : [],
    ),
  ];
  const path = written.flatMap(word => substitution.pathOf(word) ?? [])[0];
  if (!path?.startsWith('/') || path.startsWith('/dev/')) {
    return undefined;
  }
  const [mount] = container.mounts
    .filter(({ path: at }) => `${path}/`.startsWith(at.replace(/\/*$/, '/')))
    .sort((a, b) => b.path.length - a.path.length);
  return mount ? ofVolume(pod, mount.volume) : { type: 'ephemeral' };
}

function ofVolume(pod: Fields, name: string): DumpPlace | undefined {
  const volume = pod
    .list('volumes')
    .find(found => found.string('name') === name);
  const claim = volume?.string('persistentVolumeClaim', 'claimName');
  const server = volume?.string('nfs', 'server');
  if (claim) {
    return { type: 'claim', name: claim };
  }
  if (server) {
    return { type: 'network', server };
  }
  if (volume?.at('hostPath').present) {
    return { type: 'node' };
  }
  return volume?.at('emptyDir').present || volume?.at('ephemeral').present
    ? { type: 'ephemeral' }
    : undefined;
}

/** Of a job whose files are not seen: the volume it has for them, if it has one. */
function onlyClaim(pod: Fields): DumpPlace | undefined {
  const claims = pod
    .list('volumes')
    .flatMap(
      volume => volume.string('persistentVolumeClaim', 'claimName') ?? [],
    );
  return claims.length === 1 ? { type: 'claim', name: claims[0] } : undefined;
}
