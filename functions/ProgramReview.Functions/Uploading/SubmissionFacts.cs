using ProgramReview.Core.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>A stored file in the table of a letter.</summary>
internal static class SubmissionFacts
{
    /// <summary>Adds what identifies it and when it came.</summary>
    /// <param name="parts">The letter.</param>
    /// <param name="page">Puts it into words.</param>
    /// <param name="submission">The file.</param>
    /// <param name="receipt">Its receipt's number, or null.</param>
    public static LetterParts Describing(
        this LetterParts parts,
        PageContext page,
        Submission submission,
        string? receipt = null
    ) =>
        parts
            .Fact("mail.fact.file", submission.FileName)
            .Fact("upload.size", Numbers.Size(page.Language, submission.Size))
            .Fact("mail.fact.committed", InstantText.Full(page, submission.Judgement.Committed))
            .Fact("mail.fact.verdict", Text.Word(page.Language, submission.Judgement.Verdict))
            .Fact("upload.receipt", receipt)
            .Fact("mail.fact.sha256", submission.Sha256);
}
