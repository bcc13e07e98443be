import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { PropertyType, Resource, SpecDatabase } from '@aws-cdk/service-spec-types';

/** A value of a template that is not what the resource takes, and where it stands. */
export interface WrongValue {
  readonly at: string;
  readonly what: string;
}

type Properties = Readonly<Record<string, { readonly type: PropertyType; readonly required?: boolean }>>;

/**
 * Properties that CloudFormation's schema leaves open (json), and whose shape the service's API tells: a map of another type
 * of the same resource. API Gateway's RouteSettings are by route what DefaultRouteSettings is for all (docs/facts.md#e5).
 */
const mapsOf: Readonly<Record<string, string>> = { 'AWS::ApiGatewayV2::Stage/RouteSettings': 'RouteSettings' };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What CloudFormation fills in when it deploys, of which nothing is known before. */
const isFilledIn = (value: unknown): boolean =>
  isObject(value) && Object.keys(value).length === 1 && /^(Ref|Fn::\w+)$/.test(Object.keys(value)[0] ?? '');

/** Whether anything at all would pass. */
const isOpen = (type: PropertyType | undefined): boolean =>
  type?.type === 'json' || (type?.type === 'union' && type.types.some(isOpen));

const primitives: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  'date-time': (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  null: (value) => value === null,
  tag: (value) => isObject(value) && typeof value['Key'] === 'string' && 'Value' in value,
  json: () => true,
};

/** Holds the values of resources against AWS's own schemas, as CDK carries them: names, types, and what an enumeration allows. */
export const createValueCheck = (database: SpecDatabase = loadAwsServiceSpecSync()) => {
  /** Places whose schema is open: `type/property`. */
  const open = new Set<string>();

  const ofObject = (properties: Properties, value: unknown, at: string): readonly WrongValue[] => {
    if (!isObject(value)) return [{ at, what: `is ${JSON.stringify(value)}, and should be an object` }];
    const missing = Object.entries(properties)
      .filter(([name, { required }]) => required && value[name] === undefined)
      .map(([name]) => ({ at: `${at}/${name}`, what: 'is missing' }));
    const held = Object.entries(value).flatMap(([name, inner]) => {
      const property = properties[name];
      return property === undefined
        ? [{ at: `${at}/${name}`, what: 'is no property of it' }]
        : ofType(property.type, inner, `${at}/${name}`);
    });
    return [...missing, ...held];
  };

  const ofEach = (
    entries: readonly (readonly [name: string | number, value: unknown])[],
    type: PropertyType,
    at: string,
  ): readonly WrongValue[] => entries.flatMap(([name, inner]) => ofType(type, inner, `${at}/${name}`));

  /** Types that hold others; undefined: it holds none. */
  const ofHolder = (type: PropertyType, value: unknown, at: string): readonly WrongValue[] | undefined => {
    switch (type.type) {
      case 'ref':
        return ofObject(database.get('typeDefinition', type.reference.$ref).properties, value, at);
      case 'array':
        return Array.isArray(value)
          ? ofEach([...value.entries()], type.element, at)
          : [{ at, what: 'should be a list' }];
      case 'map':
        return isObject(value)
          ? ofEach(Object.entries(value), type.element, at)
          : [{ at, what: 'should be an object' }];
      case 'union': {
        const tries = type.types.map((one) => ofType(one, value, at));
        return tries.some((wrong) => wrong.length === 0) ? [] : (tries[0] ?? []);
      }
      default:
        return undefined;
    }
  };

  const ofType = (type: PropertyType, value: unknown, at: string): readonly WrongValue[] => {
    if (isFilledIn(value)) return [];
    const held = ofHolder(type, value, at);
    if (held !== undefined) return held;
    if (!primitives[type.type]?.(value))
      return [{ at, what: `is ${JSON.stringify(value)}: it should be ${type.type}` }];
    const allowed: readonly unknown[] | undefined = 'allowedValues' in type ? type.allowedValues : undefined;
    return allowed === undefined || allowed.includes(value)
      ? []
      : [{ at, what: `is ${JSON.stringify(value)}: it should be one of ${allowed.join(', ')}` }];
  };

  const definitionIn = (resource: Resource, name: string): Properties => {
    const found = database.follow('usesType', resource).find(({ entity }) => entity.name === name);
    if (found === undefined) throw new TypeError(`${resource.cloudFormationType} has no type ${name}`);
    return found.entity.properties;
  };

  /** What is wrong with a resource; undefined: AWS's schemas do not know its type. */
  const wrongIn = (type: string, properties: Readonly<Record<string, unknown>>): readonly WrongValue[] | undefined => {
    const [resource] = database.lookup('resource', 'cloudFormationType', 'equals', type);
    if (resource === undefined) return undefined;
    const mapped = Object.entries(properties).flatMap(([name, value]) => {
      const place = `${type}/${name}`;
      const definition = mapsOf[place];
      if (definition === undefined) {
        if (isOpen(resource.properties[name]?.type)) open.add(place);
        return [];
      }
      return isObject(value)
        ? Object.entries(value).flatMap(([key, inner]) =>
            ofObject(definitionIn(resource, definition), inner, `${place}/${key}`),
          )
        : [{ at: place, what: 'should be an object' }];
    });
    return [...ofObject(resource.properties, properties, type), ...mapped];
  };

  return { wrongIn, open: (): readonly string[] => [...open].sort() };
};
