using System.Buffers;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Local.Simulation;

/// <summary>Looks for link tokens where none may be. A token is <c>key.id.mac</c>; its id alone opens nothing.</summary>
internal sealed class Secrets
{
    // The key id of the rehearsed world; the address of its pages begins with the same word and has no id behind it.
    private const string Key = "rehearsal.";
    private const int IdLength = 26;
    private static readonly SearchValues<char> IdLetters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz234567"
    );

    private readonly List<string> leaks = [];
    private readonly Dictionary<string, string> owners = new(StringComparer.Ordinal);

    /// <summary>Where a token was found that must not be there.</summary>
    public IReadOnlyList<string> Leaks => leaks;

    /// <summary>Whose a token is: the person to whose registered address it went first.</summary>
    public void Belongs(ReceivedMail mail)
    {
        if (mail.Link?.Segments[^1].Split('.') is [_, var id, _])
        {
            owners.TryAdd(id, mail.Person);
        }
    }

    /// <summary>No token may stand in this text.</summary>
    public void MustNotBeIn(string? text, string where)
    {
        if (Find(text, 0) >= 0)
        {
            leaks.Add($"a token stands in {where}");
        }
    }

    /// <summary>Only the receiver's own tokens may stand in this text.</summary>
    public void MayBeOnly(string text, string person, string where)
    {
        for (var at = Find(text, 0); at >= 0; at = Find(text, at + Key.Length))
        {
            var owner = owners.GetValueOrDefault(text.Substring(at + Key.Length, IdLength));
            if (owner is not null && owner != person)
            {
                leaks.Add($"a token of {owner} stands in {where}");
            }
        }
    }

    private static int Find(string? text, int from)
    {
        if (text is null)
        {
            return -1;
        }
        for (
            var at = text.IndexOf(Key, from, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(Key, at + Key.Length, StringComparison.Ordinal)
        )
        {
            var id = text.AsSpan(at + Key.Length);
            if (
                id.Length > IdLength
                && id[IdLength] == '.'
                && !id[..IdLength].ContainsAnyExcept(IdLetters)
            )
            {
                return at;
            }
        }
        return -1;
    }
}
