pip install torch-scatter -f https://data.pyg.org/whl/torch-2.1.0+cu118.html
