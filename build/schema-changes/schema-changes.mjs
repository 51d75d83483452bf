// Compares two schema files by meaning: node schema-changes.mjs OLD NEW [--allow-breaking]
// Exit code 0: nothing breaks, or it may. 1: something breaks. 2: called wrongly, or a file holds no schema.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  buildSchema,
  findBreakingChanges,
  findDangerousChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
} from 'graphql';

const { oldFile, newFile, allowBreaking } = readArguments();
const changes = compare(readSchema(oldFile), readSchema(newFile));

for (const [group, lines] of Object.entries(changes)) {
  if (lines.length > 0) console.log([`${group} (${lines.length})`, ...lines.map((line) => `  ${line}`)].join('\n'));
}
if (Object.values(changes).every((lines) => lines.length === 0)) console.log('The schemas mean the same.');
if (changes.BREAKING.length > 0 && allowBreaking) console.log('Breaking changes are allowed here: the next release is a new major version.');
process.exitCode = changes.BREAKING.length > 0 && !allowBreaking ? 1 : 0;

function readArguments() {
  try {
    const { values, positionals } = parseArgs({ options: { 'allow-breaking': { type: 'boolean' } }, allowPositionals: true });
    if (positionals.length !== 2) throw new Error(`Expected two files, got ${positionals.length}.`);
    return { oldFile: positionals[0], newFile: positionals[1], allowBreaking: values['allow-breaking'] };
  } catch (error) {
    fail(`${error.message}\nUsage: node schema-changes.mjs OLD NEW [--allow-breaking]`);
  }
}

function readSchema(file) {
  try {
    return buildSchema(readFileSync(file, 'utf8'));
  } catch (error) {
    fail(`${file}: ${error}`);
  }
}

function fail(message) {
  console.error(message);
  process.exit(2);
}

function compare(oldSchema, newSchema) {
  const before = elements(oldSchema);
  const after = elements(newSchema);
  const breaking = findBreakingChanges(oldSchema, newSchema).map((change) => change.description);
  const dangerous = findDangerousChanges(oldSchema, newSchema).map((change) => change.description);
  const safe = [];
  let redescribed = 0;

  for (const [name, now] of after) {
    const was = before.get(name);
    if (!was) {
      // New arguments, input fields and enum values are in graphql-js' lists; what came with its parent goes without saying.
      if (now.kind === 'output' && (!now.parent || before.has(now.parent))) safe.push(`${name} was added.`);
      continue;
    }

    const retyped = `type from ${was.type} to ${now.type}.`;
    const isReported = breaking.includes(`${now.label} changed ${retyped}`) || breaking.includes(`${now.label} has changed ${retyped}`);
    if (was.type !== now.type && !isReported) {
      // graphql-js finds it safe when an answer can no longer be null. Decision 2 does not: that promise cannot be taken back.
      if (now.kind === 'output') breaking.push(`${name} became stricter, changed ${retyped}`);
      else safe.push(`${name} takes more, changed ${retyped}`);
    }

    // Three things that graphql-js passes over: a default that is new or an input field's, a scalar's format, @oneOf.
    if (was.defaultValue !== now.defaultValue && (now.kind === 'input field' || !was.defaultValue)) {
      dangerous.push(`${name} has changed defaultValue from ${was.defaultValue ?? 'none'} to ${now.defaultValue ?? 'none'}.`);
    }
    if (was.specifiedBy !== now.specifiedBy) dangerous.push(`${name} has changed format from ${was.specifiedBy ?? 'none'} to ${now.specifiedBy ?? 'none'}.`);
    if (!was.isOneOf && now.isOneOf) breaking.push(`${name} takes one of its fields only.`);

    if (now.deprecation && now.deprecation !== was.deprecation) safe.push(`${name} is deprecated: ${now.deprecation}`);
    if (was.deprecation && !now.deprecation) safe.push(`${name} is no longer deprecated.`);
    if (was.description !== now.description) redescribed++;
  }

  if (redescribed > 0) safe.push(`Descriptions changed: ${redescribed}.`);
  return { BREAKING: breaking, DANGEROUS: dangerous, SAFE: safe };
}

// All that clients can name, by schema coordinate: Launch, Launch.net, Query.launch(id:), @skip. Labels are graphql-js' names.
function elements(schema) {
  const found = new Map();
  const add = (name, element, facts) =>
    found.set(name, { kind: 'output', label: name, description: element.description ?? '', deprecation: element.deprecationReason, ...facts });
  const addInput = (name, element, facts) =>
    add(name, element, { type: String(element.type), defaultValue: JSON.stringify(element.defaultValue), ...facts });

  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    add(type.name, type, { specifiedBy: type.specifiedByURL, isOneOf: type.isOneOf });

    const parent = type.name;
    if (isEnumType(type)) type.getValues().forEach((value) => add(`${parent}.${value.name}`, value, { parent, kind: 'enum value' }));
    if (isInputObjectType(type)) Object.values(type.getFields()).forEach((field) => addInput(`${parent}.${field.name}`, field, { parent, kind: 'input field' }));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const name = `${parent}.${field.name}`;
      add(name, field, { parent, type: String(field.type) });
      field.args.forEach((arg) => addInput(`${name}(${arg.name}:)`, arg, { parent: name, kind: 'argument', label: `${name} arg ${arg.name}` }));
    }
  }

  schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive)).forEach((directive) => add(`@${directive.name}`, directive, {}));
  return found;
}
