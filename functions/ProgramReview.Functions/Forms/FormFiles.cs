using ProgramReview.Core.Forms;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Forms;

/// <summary>The forms of an assignment.</summary>
public static class FormFiles
{
    private const string Docx =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Those it has, in the order in which they are filled in; each is made when it is asked for.</summary>
    public static IEnumerable<FormFile> Of(
        PlanLookup plan,
        AssignmentId assignment,
        Language language
    )
    {
        yield return new FormFile(
            FormKind.Outline,
            FormName.Of("form.outline.name", plan, assignment, language, ".docx"),
            FormName.Plain(FormKind.Outline, assignment, ".docx"),
            Docx,
            () => OutlineWriter.Write(OutlineForm.Of(plan, assignment), language)
        );
        if (AnnexForm.Of(plan, assignment) is { } annex)
        {
            yield return new FormFile(
                FormKind.Annex,
                FormName.Of("form.annex.name", plan, assignment, language, ".xlsx"),
                FormName.Plain(FormKind.Annex, assignment, ".xlsx"),
                Xlsx,
                () => AnnexWriter.Write(annex, language)
            );
        }
    }
}
