using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ProgramReview.Core.Deadlines;
using ProgramReview.Functions.Web.Access;

namespace ProgramReview.Architecture.Tests;

/// <summary>
/// Every call in the product's own code, read from what was compiled: <c>Type.Member</c>, with the types that a generic type or method is used
/// with, as in <c>List`1&lt;Submission&gt;.Contains</c> and <c>Enumerable.Distinct&lt;Submission&gt;</c>.
/// </summary>
internal static class Calls
{
    private static readonly Lazy<ImmutableArray<(string Caller, string Member)>> Found = new(() =>
        [
            .. new[] { typeof(Deadline).Assembly, typeof(AudienceTable).Assembly }.SelectMany(
                assembly => CallsIn(assembly.Location)
            ),
        ]
    );

    public static ImmutableArray<(string Caller, string Member)> All => Found.Value;

    private static List<(string, string)> CallsIn(string path)
    {
        using var file = File.OpenRead(path);
        using var image = new PEReader(file);
        var reader = image.GetMetadataReader();
        var calls = new List<(string, string)>();
        foreach (var type in reader.TypeDefinitions.Select(reader.GetTypeDefinition))
        {
            foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition))
            {
                if (method.RelativeVirtualAddress == 0)
                {
                    continue;
                }
                var body = image.GetMethodBody(method.RelativeVirtualAddress).GetILReader();
                calls.AddRange(
                    TokensIn(body)
                        .Select(token => NameOf(reader, token))
                        .OfType<string>()
                        .Select(name => (Outermost(reader, type), name))
                );
            }
        }
        return calls;
    }

    private static List<int> TokensIn(BlobReader body)
    {
        var tokens = new List<int>();
        while (body.RemainingBytes > 0)
        {
            int value = body.ReadByte();
            if (value == 0xFE)
            {
                value = 0xFE00 | body.ReadByte();
            }
            var code = Codes[unchecked((short)value)];
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineTok)
            {
                tokens.Add(body.ReadInt32());
                continue;
            }
            var size =
                code.OperandType == OperandType.InlineSwitch
                    ? 4 * body.ReadInt32()
                    : SizeOf(code.OperandType);
            body.Offset += size;
        }
        return tokens;
    }

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    private static int SizeOf(OperandType type) =>
        type switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget
            or OperandType.ShortInlineI
            or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            _ => 4,
        };

    private static string? NameOf(MetadataReader reader, int token)
    {
        var handle = System.Reflection.Metadata.Ecma335.MetadataTokens.EntityHandle(token);
        switch (handle.Kind)
        {
            case HandleKind.MethodDefinition:
                var method = reader.GetMethodDefinition((MethodDefinitionHandle)handle);
                var owner = reader.GetTypeDefinition(method.GetDeclaringType());
                return $"{reader.GetString(owner.Name)}.{reader.GetString(method.Name)}";
            case HandleKind.MemberReference:
                var member = reader.GetMemberReference((MemberReferenceHandle)handle);
                return member.Parent.Kind switch
                {
                    HandleKind.TypeReference =>
                        $"{reader.GetString(reader.GetTypeReference((TypeReferenceHandle)member.Parent).Name)}.{reader.GetString(member.Name)}",
                    HandleKind.TypeSpecification =>
                        $"{reader.GetTypeSpecification((TypeSpecificationHandle)member.Parent).DecodeSignature(TypeNames.Of, null)}.{reader.GetString(member.Name)}",
                    _ => null,
                };
            case HandleKind.MethodSpecification:
                var made = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                return
                    NameOf(
                        reader,
                        System.Reflection.Metadata.Ecma335.MetadataTokens.GetToken(made.Method)
                    )
                        is { } generic
                    ? $"{generic}<{string.Join(',', made.DecodeSignature(TypeNames.Of, null))}>"
                    : null;
            default:
                return null;
        }
    }

    // Closures, state machines and nested records count as the type they stand in.
    private static string Outermost(MetadataReader reader, TypeDefinition type)
    {
        while (!type.GetDeclaringType().IsNil)
        {
            type = reader.GetTypeDefinition(type.GetDeclaringType());
        }
        return reader.GetString(type.Name);
    }
}
