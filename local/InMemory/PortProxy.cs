using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace ProgramReview.Local.InMemory;

/// <summary>Puts an interceptor before a port.</summary>
public static class PortProxy
{
    /// <summary>The same port, with the interceptor before every asynchronous call.</summary>
    public static TPort Before<TPort>(TPort port, IPortInterceptor interceptor)
        where TPort : class
    {
        var proxy = DispatchProxy.Create<TPort, Of<TPort>>();
        ((Of<TPort>)(object)proxy).Set(port, interceptor);
        return proxy;
    }

    [SuppressMessage("Performance", "CA1852", Justification = "The proxy is derived from it.")]
    internal class Of<TPort> : DispatchProxy
        where TPort : class
    {
        private static readonly Dictionary<MethodInfo, Intercept?> Methods = typeof(TPort)
            .GetMethods()
            .ToDictionary(method => method, InterceptOf);

        private TPort port = null!;
        private IPortInterceptor interceptor = null!;

        private delegate object Intercept(Of<TPort> proxy, MethodInfo method, object?[] arguments);

        public void Set(TPort inner, IPortInterceptor between) =>
            (port, interceptor) = (inner, between);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            Methods[targetMethod!] is { } intercept
                ? intercept(this, targetMethod!, args!)
                : Proceed(targetMethod!, args!);

        private static Intercept? InterceptOf(MethodInfo method)
        {
            var type = method.ReturnType;
            if (type == typeof(Task))
            {
                return Nothing;
            }
            var shape = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
            var name =
                shape == typeof(Task<>) ? nameof(Value)
                : shape == typeof(IAsyncEnumerable<>) ? nameof(Sequence)
                : null;
            return name is null
                ? null
                : typeof(Of<TPort>)
                    .GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!
                    .MakeGenericMethod(type.GetGenericArguments())
                    .CreateDelegate<Intercept>();
        }

        private static Task<bool> Nothing(
            Of<TPort> proxy,
            MethodInfo method,
            object?[] arguments
        ) =>
            proxy.interceptor.InterceptAsync(
                CallOf(method, arguments),
                async () =>
                {
                    await (Task)proxy.Proceed(method, arguments)!;
                    return true;
                }
            );

        private static Task<T> Value<T>(Of<TPort> proxy, MethodInfo method, object?[] arguments) =>
            proxy.interceptor.InterceptAsync(
                CallOf(method, arguments),
                () => (Task<T>)proxy.Proceed(method, arguments)!
            );

        private static async IAsyncEnumerable<T> Sequence<T>(
            Of<TPort> proxy,
            MethodInfo method,
            object?[] arguments
        )
        {
            var call = CallOf(method, arguments);
            var items = await proxy.interceptor.InterceptAsync(
                call,
                async () =>
                    await ((IAsyncEnumerable<T>)proxy.Proceed(method, arguments)!).ToListAsync()
            );
            foreach (var item in items)
            {
                proxy.interceptor.Yield(call, item);
                yield return item;
            }
        }

        private static PortCall CallOf(MethodInfo method, object?[] arguments) =>
            new(typeof(TPort), method.Name, arguments);

        private object? Proceed(MethodInfo method, object?[] arguments) =>
            method.Invoke(
                port,
                BindingFlags.DoNotWrapExceptions,
                binder: null,
                arguments,
                culture: null
            );
    }
}
