using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Material;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Material;

/// <summary>Draws the page of material, and gives its files.</summary>
public sealed class MaterialView(MaterialStore store, MaterialFiles files, PageRenderer renderer)
{
    /// <summary>The page, or a file of the newest material; null if there is no such file.</summary>
    /// <param name="client">Knows how far one that is being made has come.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="page">The page without its state.</param>
    /// <param name="file">The file's name; null: the page.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IResult?> AnswerAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        MaterialPageModel page,
        string? file,
        CancellationToken cancellation
    )
    {
        var made = cycle.State.Materials.Where(order => order.Made is not null).ToList();
        var newest = made is [.., var last] ? last : null;
        if (file is not null)
        {
            return newest is null ? null : files.Find(page.Context, newest, file);
        }
        var work = cycle.State.End is null ? cycle.State.MaterialAtWork : null;
        return new PageResult(
            await renderer.RenderAsync<MaterialPage>(
                page with
                {
                    Newest = newest,
                    Former = made is [.., var former, _] ? former : null,
                    Changes = newest is null
                        ? MaterialChanges.None
                        : await store.ChangesAsync(cycle.Ref.Cycle, newest.Sequence, cancellation),
                    AtWork = work,
                    Done = work is null
                        ? 0
                        : await MaterialStatus.ReadAsync(
                            client,
                            new ProcessId.Material(cycle.Ref.Cycle, work.Sequence),
                            cancellation
                        ),
                    AskPath = MaterialRules.MayAsk(cycle.State, page.Context.Now)
                        ? page.AskPath
                        : null,
                    OrderPath = cycle.State.End is null ? page.OrderPath : null,
                }
            )
        );
    }
}
