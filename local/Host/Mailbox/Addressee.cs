using System.Collections.Immutable;
using ProgramReview.Core.Naming;

namespace ProgramReview.Local.Host.Mailbox;

/// <summary>A person's mailbox.</summary>
/// <param name="Mails">Their mails, oldest first; at least one.</param>
/// <param name="Folded">What a search looks in, for each mail: address, name and subject.</param>
internal sealed record Addressee(ImmutableList<StoredMail> Mails, ImmutableList<string> Folded)
{
    /// <summary>Somebody without a mail yet.</summary>
    public static readonly Addressee Nobody = new([], []);

    /// <summary>The mail that came last.</summary>
    public StoredMail Latest => Mails[^1];

    /// <summary>The person, as the latest mail names them.</summary>
    public MailAddress To => Latest.To;

    /// <summary>The same person with one more mail.</summary>
    public Addressee With(StoredMail mail) =>
        new(
            Mails.Add(mail),
            Folded.Add(SearchText.Fold($"{mail.To.Address} {mail.To.Name} {mail.Subject}"))
        );

    /// <summary>Whether one of the mails has all words of a search.</summary>
    public bool Holds(IReadOnlyList<string> words) =>
        words.Count == 0 || Folded.Any(folded => SearchText.Holds(folded, words));
}
