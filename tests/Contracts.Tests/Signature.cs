using System.Globalization;
using System.Reflection;

namespace ProgramReview.Contracts.Tests;

/// <summary>Writes members the way the listing does, nullability included.</summary>
internal static class Signature
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(int)] = "int",
        [typeof(bool)] = "bool",
        [typeof(double)] = "double",
    };

    public static string Of(MemberInfo member) =>
        member switch
        {
            ConstructorInfo constructor =>
                $"{Access(constructor)}{Bare(constructor.DeclaringType!)}({Parameters(constructor)})",
            MethodInfo method => Of(method),
            PropertyInfo property => Of(property),
            FieldInfo field =>
                $"{(field.IsLiteral ? "const" : "static readonly")} {Type(Nullability.Create(field))} {field.Name}",
            _ => throw new NotSupportedException($"{member}"),
        };

    private static string Of(MethodInfo method)
    {
        var generic = method.IsGenericMethod
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>"
            : "";
        var returned = Type(Nullability.Create(method.ReturnParameter));
        return method.Name is "op_Implicit"
            ? $"{Access(method)}static implicit operator {returned}({Parameters(method)})"
            : $"{Access(method)}{Modifier(method)}{returned} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Of(PropertyInfo property)
    {
        var accessor = property.GetMethod ?? property.SetMethod!;
        var set = property.SetMethod is { IsPublic: true } setter
            ? IsInit(setter)
                ? " init;"
                : " set;"
            : "";
        var get = property.GetMethod is { IsPrivate: false } ? " get;" : "";
        return $"{Access(accessor)}{Modifier(accessor)}{Type(Nullability.Create(property))} {property.Name} {{{get}{set} }}";
    }

    private static bool IsInit(MethodInfo setter) =>
        setter
            .ReturnParameter.GetRequiredCustomModifiers()
            .Any(modifier => modifier.Name == "IsExternalInit");

    private static string Access(MethodBase method) =>
        method.DeclaringType!.IsInterface ? ""
        : method.IsPublic ? "public "
        : "protected ";

    private static string Modifier(MethodInfo method)
    {
        if (method.DeclaringType!.IsInterface)
        {
            return "";
        }

        var isOverride = method.GetBaseDefinition() != method;
        return method.IsStatic ? "static "
            : method.IsAbstract ? "abstract "
            : isOverride ? "override "
            : method is { IsVirtual: true, IsFinal: false } && !method.DeclaringType.IsSealed
                ? "virtual "
            : "";
    }

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method
                .GetParameters()
                .Select(parameter =>
                {
                    var prefix =
                        parameter.IsDefined(typeof(ParamArrayAttribute), false) ? "params "
                        : method.IsDefined(
                            typeof(System.Runtime.CompilerServices.ExtensionAttribute),
                            false
                        )
                        && parameter.Position == 0
                            ? "this "
                        : "";
                    return $"{prefix}{Type(Nullability.Create(parameter))} {parameter.Name}{Default(parameter)}";
                })
        );

    private static string Default(ParameterInfo parameter) =>
        !parameter.HasDefaultValue
            ? ""
            : parameter.DefaultValue switch
            {
                null => parameter.ParameterType.IsValueType
                && Nullable.GetUnderlyingType(parameter.ParameterType) is null
                    ? " = default"
                    : " = null",
                bool value => value ? " = true" : " = false",
                var value => string.Create(CultureInfo.InvariantCulture, $" = {value}"),
            };

    private static string Type(NullabilityInfo info)
    {
        var type = info.Type;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{Name(underlying, info)}?";
        }

        var isNullable =
            info.ReadState == NullabilityState.Nullable
            || info.WriteState == NullabilityState.Nullable;
        return Name(type, info)
            + (isNullable && !type.IsValueType && !IsOpenValue(type) ? "?" : "");
    }

    private static bool IsOpenValue(Type type) => type.IsGenericParameter && !type.IsClass;

    private static string Name(Type type, NullabilityInfo info)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return $"{Type(info.ElementType!)}[]";
        }

        return type.IsGenericType && info.GenericTypeArguments.Length > 0
            ? $"{Bare(type)}<{string.Join(", ", info.GenericTypeArguments.Select(Type))}>"
            : Bare(type);
    }

    private static string Bare(Type type) => type.Name.Split('`')[0];
}
