using ProgramReview.Core.Operations;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>The names of commands in addresses and of their texts.</summary>
public static class CommandSlug
{
    private const string Prefix = "command-kind.";

    /// <summary>The name in addresses, for example <c>allow-late</c>; its texts begin with <c>command.</c> and this name.</summary>
    public static string Of(CommandKind kind) => Text.Key(kind)[Prefix.Length..];

    /// <summary>The command of this name, or null.</summary>
    public static CommandKind? Find(string name) =>
        Enum.GetValues<CommandKind>()
            .Where(kind => Of(kind) == name)
            .Select(kind => (CommandKind?)kind)
            .FirstOrDefault();
}
