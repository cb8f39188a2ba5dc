using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.Reporting;

/// <summary>The mails of one kind in one language.</summary>
/// <param name="Kind">Which template.</param>
/// <param name="Language">The language.</param>
/// <param name="Count">How many were sent; 0: nobody has this language, the sample is for looking.</param>
/// <param name="Sample">The first of them, in full.</param>
/// <param name="Texts">Every text that differs in more than the link's secret, up to a limit.</param>
public sealed record MailTexts(
    string Kind,
    Language Language,
    int Count,
    MailSample Sample,
    IReadOnlyList<MailText> Texts
);

/// <summary>A rendered mail without the secret of its link.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Text">As text.</param>
/// <param name="Html">As HTML.</param>
public sealed record MailSample(string Subject, string Text, string Html);

/// <summary>One text, and who got it.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The text.</param>
/// <param name="Recipients">The receivers' ids.</param>
public sealed record MailText(string Subject, string Text, IList<string> Recipients);
