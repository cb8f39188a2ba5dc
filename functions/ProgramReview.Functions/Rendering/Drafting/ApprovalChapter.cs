using System.Runtime.CompilerServices;
using ProgramReview.Core.Compiling;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Forms.Flow;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Rendering.Drafting;

/// <summary>The rounds before this dossier: how each ended, who answered what, and why.</summary>
internal static class ApprovalChapter
{
    /// <summary>The chapter.</summary>
    public static async IAsyncEnumerable<FlowBlock> OfAsync(
        DossierContent content,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        yield return Remark(
            content.T(
                "dossier.document.round",
                Numbers.Show(content.Language, content.Dossier.Round)
            )
        );
        var comments = (await content.CommentsAsync(cancellation)).Said.ToLookup(said =>
            (said.Round, said.Approver)
        );
        foreach (var round in content.Dossier.Rounds)
        {
            yield return new FlowBlock.Heading(2, TitleOf(content, round));
            if (round is { Voided: { } voided, VoidedAt: { } at })
            {
                yield return Remark(
                    $"{InstantText.Full(content.Reader, at)}: {ChangeText.Why(content.Reader, voided)}"
                );
            }
            var rows = round
                .Answers.Select(answer => new FlowBlock.TableRow([
                    DossierDraft.PersonOf(content, answer.Approver),
                    Text.Word(content.Language, answer.Verdict),
                    InstantText.Brief(content.Reader, answer.At),
                    string.Join(
                        '\n',
                        comments[(round.Number, answer.Approver)].Select(said => said.Text)
                    ),
                ]))
                .ToList();
            var columns = new FlowColumn[]
            {
                new(content.T("dossier.document.approver"), 4),
                new(content.T("dossier.document.answer"), 3),
                new(content.T("dossier.document.at"), 3),
                new(content.T("dossier.document.comment"), 6),
            };
            foreach (var block in FlowTable.Of(columns, rows))
            {
                yield return block;
            }
        }
    }

    private static string TitleOf(DossierContent content, DossierRound round) =>
        content.T(
            "dossier.document.former",
            Numbers.Show(content.Language, round.Number),
            Text.Word(content.Language, round.Outcome)
        );

    private static FlowBlock.Line Remark(string text) => new(FlowLook.Remark, text);
}
