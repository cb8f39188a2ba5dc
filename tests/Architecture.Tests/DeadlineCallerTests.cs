using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ProgramReview.Core.Deadlines;
using ProgramReview.Functions.Web.Access;
using Xunit;

namespace ProgramReview.Architecture.Tests;

/// <summary>
/// Who may ask a deadline what. A second rule about time would have to begin with such a call, so a new caller fails here until somebody has
/// thought about it.
/// </summary>
public sealed class DeadlineCallerTests
{
    /// <summary>Who judges, and who writes a judgement down.</summary>
    private static readonly Dictionary<string, string[]> Judging = new()
    {
        ["Deadline.IsReachedBy"] = ["Timeliness"],
        ["Timeliness.Judge"] = ["Window"],
        // A receipt says how a refused request stands to time; nothing is recorded or counted by that.
        ["Window.Judge"] = ["ReceiptOf", "SubmissionRecorder"],
        ["Window.JudgeAdmitted"] = ["Command"],
        // A nested type counts as the one it stands in: the record's own copying is its family's.
        ["SubmissionRecorded..ctor"] = ["AssignmentEvent", "SubmissionRecorder"],
    };

    [Fact]
    public void One_rule_judges_and_one_recorder_writes_it_down() =>
        Assert.All(
            Judging,
            pair => Assert.Equal(pair.Value.Order(StringComparer.Ordinal), CallersOf(pair.Key))
        );

    /// <summary>Looks at the time left: for showing, waking, reminding, and for closing doors; never for a verdict.</summary>
    private static readonly string[] MayAskWhatIsLeft =
    [
        "AfterOrderRule",
        "ApprovalProcess",
        "ApprovalSpan",
        "AskingPace",
        "AssignmentState",
        "Command",
        "CycleGauges",
        "Fairness",
        "InstantText",
        "LastReminderOverQuota",
        "LinkEndsBeforeClose",
        "OutageRules",
        "PermissionRules",
        "Quorum",
        "ReminderRule",
        "ReportProcess",
        "ReportTerms",
        "StartRule",
        "UploadView",
        "Window",
        "WindowRule",
        "WindowTerms",
    ];

    [Fact]
    public void Whoever_asks_how_much_time_is_left_is_known() =>
        Assert.Equal(
            string.Join(" ", MayAskWhatIsLeft),
            string.Join(
                " ",
                CallersOf("Deadline.Remaining")
                    .Concat(CallersOf("Deadline.HasPassed"))
                    .Concat(CallersOf("Deadline.DistanceFrom"))
                    .Distinct()
                    .Order(StringComparer.Ordinal)
            )
        );

    [Fact]
    public void An_expiry_is_capped_in_one_place() =>
        Assert.Equal(["PermissionRules"], CallersOf("Deadline.CapExpiry"));

    private static IReadOnlyList<string> CallersOf(string member) =>
        [
            .. Calls
                .Value.Where(call => call.Member == member && call.Caller != "Deadline")
                .Select(call => call.Caller)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private static readonly Lazy<ImmutableArray<(string Caller, string Member)>> Calls = new(() =>
        [
            .. new[] { typeof(Deadline).Assembly, typeof(AudienceTable).Assembly }.SelectMany(
                assembly => CallsIn(assembly.Location)
            ),
        ]
    );

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
                return member.Parent.Kind == HandleKind.TypeReference
                    ? $"{reader.GetString(reader.GetTypeReference((TypeReferenceHandle)member.Parent).Name)}.{reader.GetString(member.Name)}"
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
