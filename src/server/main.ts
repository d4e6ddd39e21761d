process.stderr.write('The server is not built yet.\n')
