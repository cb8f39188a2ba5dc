using System.Text;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Entropy;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Approving;

/// <summary>Makes access codes and compares what was typed with them. A code is shown once and kept as its seal alone.</summary>
public sealed class AccessCodes(LinkTokens tokens, IEntropy entropy)
{
    // No letter or digit that is read, heard or written like another: neither 0 and O nor 1 and I.
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Length = 10;
    private const int Group = 5;

    /// <summary>A fresh code of 50 random bits, for example <c>7KQ2M-X9PBA</c>.</summary>
    public string New()
    {
        Span<byte> bytes = stackalloc byte[Length];
        entropy.Fill(bytes);
        var code = new char[Length];
        for (var i = 0; i < Length; i++)
        {
            code[i] = Alphabet[bytes[i] & 31];
        }
        return $"{new string(code, 0, Group)}-{new string(code, Group, Length - Group)}";
    }

    /// <summary>The fact that a code was given to a person.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="person">The person id.</param>
    /// <param name="number">The number of the code among those of this person.</param>
    /// <param name="code">The code.</param>
    /// <param name="by">Who gives it.</param>
    /// <param name="reason">Why.</param>
    public CycleEvent.AccessCodeIssued Issue(
        CycleId cycle,
        string person,
        int number,
        string code,
        string by,
        string reason
    )
    {
        var (key, seal) = tokens.Seal(Sealed(cycle, person, number, Plain(code)));
        return new CycleEvent.AccessCodeIssued(person, number, key, seal, by, reason);
    }

    /// <summary>Whether what was typed is the code that was given; takes the same time for every wrong one.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="issued">What was given.</param>
    /// <param name="typed">As it was typed: case, hyphens and blanks do not matter.</param>
    public bool IsRight(CycleId cycle, CycleEvent.AccessCodeIssued issued, string? typed) =>
        tokens.IsSeal(
            issued.Key,
            issued.Seal,
            Sealed(cycle, issued.Person, issued.Number, Plain(typed))
        );

    private static string Sealed(CycleId cycle, string person, int number, string code) =>
        FormattableString.Invariant($"access-code:{cycle}:{person}:{number}:{code}");

    private static string Plain(string? typed) =>
        string.Concat(
            HumanText
                .WithPlainDigits(
                    HumanText.Clean(typed).Normalize(NormalizationForm.FormKC).ToUpperInvariant()
                )
                .Where(char.IsAsciiLetterOrDigit)
        );
}
