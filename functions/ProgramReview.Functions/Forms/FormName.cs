using System.Globalization;
using System.Text;
using ProgramReview.Core.Forms;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Forms;

/// <summary>What forms are called as files.</summary>
internal static class FormName
{
    // Of each of the two texts in it: folders take names of 255 bytes.
    private const int MostBytes = 80;

    // What Windows takes in no name; the other systems take less offence.
    private const string Forbidden = "<>:\"/\\|?*";

    /// <summary>The form, its report and its body in the reader's language.</summary>
    public static string Of(
        string form,
        PlanLookup plan,
        AssignmentId assignment,
        Language language,
        string extension
    ) =>
        $"{Text.Get(language, form)} - {Part(plan.ReportType(assignment.ReportType).Brief.In(language))} - {Part(plan.Body(assignment.Body).Name.In(language))}{extension}";

    /// <summary>The same in codes.</summary>
    public static string Plain(FormKind form, AssignmentId assignment, string extension) =>
        $"{FormAddress.Of(form)}-{assignment.ReportType}-{assignment.Body}{extension}";

    private static string Part(string text)
    {
        var kept = new StringBuilder();
        var letters = StringInfo.GetTextElementEnumerator(
            string.Concat(
                FormText.Clean(text).Select(letter => Forbidden.Contains(letter) ? ' ' : letter)
            )
        );
        for (
            var left = MostBytes;
            letters.MoveNext()
                && (left -= Encoding.UTF8.GetByteCount(letters.GetTextElement())) >= 0;

        )
        {
            kept.Append(letters.GetTextElement());
        }
        // A name that ends so cannot be made on Windows.
        return kept.ToString().Trim(' ', '.');
    }
}
